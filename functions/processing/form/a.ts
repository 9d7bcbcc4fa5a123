import { because } from '../cause.ts'
import { code, codes, date, material, object, ref, reference, text } from '../field.ts'
import { gap, lacking } from '../gap.ts'
import type { Question } from '../question.ts'
import { isProcessorRecord } from '../traits.ts'

const party = [
  text('name', 200, { required: true }),
  text('orgNumber', 30, { scan: false }),
  text('contact', 500, { material: false }),
  reference('agreementId', { material: false }),
]

/** A: about the processing. */
export const sectionA: readonly Question[] = [
  {
    id: 'A1',
    fields: [text('name', 120, { min: 5 })],
    source: 'DSF 30.1',
    processor: true,
    lacks: (data) => ((data.name ?? '').trim().length < 5 ? [gap('name')] : []),
  },
  {
    id: 'A2',
    fields: [
      code('changeType', 'changeType'),
      ref('replacesActivityId', 'activity', { shown: (data) => (data.changeType ?? 'new') !== 'new' }),
    ],
    source: 'S0',
    lacks: (data) => [
      ...lacking(data, 'changeType'),
      ...((data.changeType ?? 'new') === 'new' ? [] : lacking(data, 'replacesActivityId', 'A2-replacesActivityId')),
    ],
  },
  {
    id: 'A3',
    fields: [material(code('registerRole', 'registerRole'))],
    source: 'DSF 4.7–8, 30.1–2',
    processor: true,
    lacks: (data) => lacking(data, 'registerRole'),
  },
  {
    id: 'A4',
    fields: [ref('orgUnitId', 'orgUnit')],
    source: 'S0',
    processor: true,
    lacks: (data) => lacking(data, 'orgUnitId'),
  },
  {
    id: 'A5',
    fields: [material(ref('controllerOrgUnitId', 'orgUnit'))],
    source: 'DSF 30.1 a, PDL 2:6, SoLPUF 11 §',
    appears: (data) => !isProcessorRecord(data),
    lacks(data, context) {
      if (!data.controllerOrgUnitId) return [gap('controllerOrgUnitId')]
      const kind = context.unitKind?.(data.controllerOrgUnitId)
      return kind && !['board', 'company'].includes(kind) ? [gap('controllerOrgUnitId', 'A5-kind')] : []
    },
  },
  {
    id: 'A6',
    fields: [material(object('jointControllers', party, { list: 20 }))],
    source: 'DSF 26, 30.1 a',
    appears: (data) => data.registerRole === 'jointController' && because('A3', 'registerRole', ['jointController']),
    lacks: (data) => lacking(data, 'jointControllers'),
  },
  {
    id: 'A7',
    fields: [material(object('onBehalfOf', [...party, text('dpoContact', 500, { material: false })], { list: 50 }))],
    source: 'DSF 30.2 a',
    processor: true,
    appears: (data) => isProcessorRecord(data) && because('A3', 'registerRole', ['processor']),
    lacks: (data) => lacking(data, 'onBehalfOf'),
  },
  {
    id: 'A8',
    fields: [material(codes('processorCategories', 'processorTask'))],
    source: 'DSF 30.2 b',
    processor: true,
    appears: (data) => isProcessorRecord(data) && because('A3', 'registerRole', ['processor']),
    lacks: (data) => lacking(data, 'processorCategories'),
  },
  {
    id: 'A9',
    fields: [ref('contactPersonId', 'person')],
    source: 'S0',
    processor: true,
    lacks(data, context) {
      if (!data.contactPersonId) return [gap('contactPersonId')]
      return context.personActive?.(data.contactPersonId) === false ? [gap('contactPersonId', 'A9-inactive')] : []
    },
  },
  {
    id: 'A10',
    fields: [ref('responsibleManagerId', 'person')],
    source: 'S0, S4',
    lacks: (data) => lacking(data, 'responsibleManagerId'),
  },
  {
    id: 'A11',
    fields: [date('startDate'), date('plannedEndDate')],
    source: 'DSF 30, S0',
    lacks: (data) => lacking(data, 'startDate'),
  },
]
