import { because } from '../cause.ts'
import { code, codes, material, text } from '../field.ts'
import { lacking } from '../gap.ts'
import type { Question } from '../question.ts'

/** C: the persons. */
export const sectionC: readonly Question[] = [
  {
    id: 'C1',
    fields: [material(codes('dataSubjectCategories', 'subject'))],
    source: 'DSF 30.1 c',
    lacks: (data) => lacking(data, 'dataSubjectCategories'),
  },
  {
    id: 'C2',
    fields: [code('volume', 'volume')],
    source: 'DSF 35.3 b',
    lacks: (data) => lacking(data, 'volume'),
  },
  {
    id: 'C3',
    fields: [material(code('includesProtectedIdentities', 'triState'))],
    source: 'OSL 21:3–3 a, S4',
    lacks: (data) => lacking(data, 'includesProtectedIdentities'),
  },
  {
    id: 'C4',
    fields: [text('protectedIdentityRoutine', 1000, { lines: 2 })],
    source: 'S4',
    appears: (data) => data.includesProtectedIdentities === 'yes' && because('C3', 'triState', ['yes']),
    lacks: (data) => lacking(data, 'protectedIdentityRoutine'),
  },
]
