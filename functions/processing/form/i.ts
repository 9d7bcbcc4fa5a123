import { because } from '../cause.ts'
import { bool, code, text } from '../field.ts'
import { lacking } from '../gap.ts'
import type { Question } from '../question.ts'
import { regimesAmong } from '../traits.ts'

/** I: rights of the data subjects. */
export const sectionI: readonly Question[] = [
  {
    id: 'I1',
    fields: [
      code('informationStatus', 'informationStatus'),
      text('informationExemptReason', 1000, { lines: 2, shown: (data) => data.informationStatus === 'exempt' }),
      text('privacyNoticeRef', 500, { shown: (data) => data.informationStatus !== 'no' }),
    ],
    source: 'DSF 13–14, DSL 5:1',
    unclear: ['/informationStatus'],
    lacks: (data) =>
      data.informationStatus === 'exempt' ? lacking(data, 'informationExemptReason', 'I1-informationExemptReason') : [],
  },
  {
    id: 'I2',
    fields: [bool('pdlInfoConfirmed')],
    source: 'PDL 8:6',
    unclear: ['/pdlInfoConfirmed'],
    appears: (data, { codes }) => because('B2', 'regime', regimesAmong(data, ['pdl'], codes)),
    lacks: (data) => lacking(data, 'pdlInfoConfirmed'),
  },
  {
    id: 'I3',
    fields: [text('optOutRoutine', 1000, { lines: 2 })],
    source: 'PDL 7:2–3',
    unclear: ['/optOutRoutine'],
    appears: (data, { codes }) => because('B2', 'regime', regimesAmong(data, ['qualityRegister'], codes)),
    lacks: (data) => lacking(data, 'optOutRoutine'),
  },
  {
    id: 'I4',
    fields: [code('accessExtractMethod', 'extract'), text('accessExtractNote', 1000, { lines: 2 })],
    source: 'DSF 15, S0',
    unclear: ['/accessExtractMethod'],
    lacks: (data) => lacking(data, 'accessExtractMethod'),
  },
  { id: 'I5', fields: [text('rightsNotes', 2000, { lines: 2 })], source: 'DSF 16–21' },
]
