import { because } from '../cause.ts'
import { bool, code, codes, material, object, refs, text } from '../field.ts'
import { gap, isEmpty, lacking } from '../gap.ts'
import type { Question } from '../question.ts'
import { hasRegime, isDigital, regimesAmong } from '../traits.ts'

/** E: handling and systems. */
export const sectionE: readonly Question[] = [
  {
    id: 'E1',
    fields: [codes('operations', 'operation')],
    source: 'DSF 4.2, S4',
    lacks: (data) => lacking(data, 'operations'),
  },
  {
    id: 'E2',
    fields: [codes('media', 'media')],
    source: 'DSF 2.1, S4',
    lacks: (data) => lacking(data, 'media'),
  },
  {
    id: 'E3',
    fields: [material(refs('applicationIds', 'application')), material(text('unlistedSystems', 120, { list: 20 }))],
    source: 'S0',
    appears: (data) => isDigital(data) || !data.media?.length,
    lacks: (data) =>
      isDigital(data) && isEmpty(data.applicationIds) && isEmpty(data.unlistedSystems) ? [gap('applicationIds')] : [],
  },
  { id: 'E4', fields: [material(refs('medicalDeviceIds', 'medicalDevice'))], source: 'S0' },
  {
    id: 'E5',
    fields: [codes('storageLocations', 'storage')],
    source: 'S4, DSF 32',
    lacks: (data) => lacking(data, 'storageLocations'),
  },
  {
    id: 'E6',
    fields: [
      material(code('automatedDecisions', 'automatedDecisions')),
      material(bool('profiling')),
      text('automatedLogic', 2000, {
        lines: 3,
        shown: (data) => data.automatedDecisions === 'full' || data.profiling === true,
      }),
      code('art22Ground', 'art22Ground', { shown: (data) => data.automatedDecisions === 'full', material: true }),
    ],
    source: 'DSF 22, 13.2 f',
    unclear: ['/art22Ground'],
    lacks: (data) =>
      data.automatedDecisions === 'full'
        ? [...lacking(data, 'automatedLogic', 'E6-automatedLogic'), ...lacking(data, 'art22Ground', 'E6-art22Ground')]
        : [],
  },
  {
    id: 'E7',
    fields: [material(code('usesAi', 'triState'))],
    source: 'DSF 35.1',
    lacks: (data) => lacking(data, 'usesAi'),
  },
  {
    id: 'E8',
    fields: [material(bool('welfareTech'))],
    source: 'SoLPUL 9 §',
    appears: (data, { codes: own }) => because('B2', 'regime', regimesAmong(data, ['solpul', 'lss'], own)),
    lacks: (data, { codes: own }) => (hasRegime(data, ['solpul'], own) ? lacking(data, 'welfareTech') : []),
  },
  {
    id: 'E9',
    fields: [object('accessGroups', [text('group', 200, { required: true }), text('need', 500)], { list: 30 })],
    source: 'PDL 4:2, SoLPUL 10 §',
    lacks: (data) => lacking(data, 'accessGroups'),
  },
]
