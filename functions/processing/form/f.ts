import { because } from '../cause.ts'
import { bool, code, codes, date, material, object, ref, reference, text, value } from '../field.ts'
import { gap, isEmpty, lacking } from '../gap.ts'
import type { Question } from '../question.ts'

const recipient = [
  text('category', 200, { required: true }),
  text('name', 200),
  code('kind', 'recipientKind'),
  text('legalSupport', 500),
  code('channel', 'channel'),
  text('frequency', 200, { material: false }),
  bool('directAccess'),
]

const processor = [
  ref('supplierId', 'supplier'),
  text('name', 200),
  reference('agreementId', { material: false }),
  codes('processorTask', 'processorTask', { orOne: true }),
]

const transfer = [
  value('country', 'country'),
  text('organisation', 200),
  code('mechanism', 'mechanism'),
  date('dpfVerifiedAt', { material: false }),
  text('tiaRef', 200, { material: false }),
  text('art49Documentation', 2000),
  bool('recurring'),
  code('purposeCode', 'purposeCode'),
]

/** F: recipients, processors and transfers. */
export const sectionF: readonly Question[] = [
  {
    id: 'F1',
    fields: [material(object('recipients', recipient, { list: 40 })), material(bool('noRecipients'))],
    source: 'DSF 30.1 d, OSL 4:2 p 6',
    lacks: (data) => (isEmpty(data.recipients) && data.noRecipients !== true ? [gap('recipients')] : []),
  },
  {
    id: 'F2',
    fields: [material(object('processors', processor, { list: 40 })), material(bool('noProcessors'))],
    source: 'DSF 28, S0',
    lacks: (data) => (isEmpty(data.processors) && data.noProcessors !== true ? [gap('processors')] : []),
  },
  {
    id: 'F3',
    fields: [material(code('thirdCountryTransfer', 'triState'))],
    source: 'DSF 30.1 e, 44',
    processor: true,
    lacks: (data) => lacking(data, 'thirdCountryTransfer'),
  },
  {
    id: 'F4',
    fields: [material(object('transfers', transfer, { list: 30 }))],
    source: 'DSF 30.1 e, 45–49',
    processor: true,
    unclear: ['/transfers/mechanism'],
    appears: (data) => data.thirdCountryTransfer === 'yes' && because('F3', 'triState', ['yes']),
    lacks: (data) => lacking(data, 'transfers'),
  },
]
