import { because } from '../cause.ts'
import { bool, code, codes, material, object, support, text } from '../field.ts'
import { lacking } from '../gap.ts'
import type { Question } from '../question.ts'
import { categoriesOfClass, hasClass, hasRegime, isDigital } from '../traits.ts'
import { isUnclear } from '../unclear.ts'

const needsNationalSupport = ['b', 'g', 'h', 'i', 'j']

/** D: the data. */
export const sectionD: readonly Question[] = [
  {
    id: 'D1',
    fields: [
      material(
        object(
          'dataCategories',
          [
            code('code', 'data', { required: true }),
            codes('subjects', 'subject'),
            codes('source', 'source'),
            text('note', 500, { material: false }),
          ],
          { list: 60 },
        ),
      ),
    ],
    source: 'DSF 30.1 c',
    lacks: (data) => lacking(data, 'dataCategories'),
  },
  {
    id: 'D2',
    fields: [material(codes('art9Exceptions', 'art9'))],
    source: 'DSF 9.2, DSL 3:2–7',
    unclear: ['/art9Exceptions'],
    appears: (data, { codes: own }) => because('D1', 'data', categoriesOfClass(data, ['art9'], own)),
    lacks: (data) => lacking(data, 'art9Exceptions'),
  },
  {
    id: 'D3',
    fields: [material(support('art9NationalSupport'))],
    source: 'DSL 3, PDL 2:7 a, SoLPUL 7 §',
    unclear: ['/art9NationalSupport'],
    appears: (data) =>
      because(
        'D2',
        'art9',
        (data.art9Exceptions ?? []).filter((code) => needsNationalSupport.includes(code)),
      ),
    lacks: (data) => lacking(data, 'art9NationalSupport'),
  },
  {
    id: 'D4',
    fields: [material(bool('confidentialityDutyConfirmed'))],
    source: 'DSF 9.3',
    unclear: ['/confidentialityDutyConfirmed'],
    appears: (data) => (data.art9Exceptions ?? []).includes('h') && because('D2', 'art9', ['h']),
    lacks: (data) => lacking(data, 'confidentialityDutyConfirmed'),
  },
  {
    id: 'D5',
    fields: [material(text('criminalDataSupport', 1000, { lines: 2 }))],
    source: 'DSF 10, DSL 3:8, PDL 2:7, SoLPUL 7 §',
    unclear: ['/criminalDataSupport'],
    appears: (data, { codes: own }) => because('D1', 'data', categoriesOfClass(data, ['art10', 'adminDetention'], own)),
    lacks: (data) => lacking(data, 'criminalDataSupport'),
  },
  {
    id: 'D6',
    fields: [
      material(code('nationalIdGround', 'nationalIdGround')),
      text('nationalIdJustification', 1000, { lines: 2 }),
    ],
    source: 'DSL 3:10',
    unclear: ['/nationalIdGround', '/nationalIdJustification'],
    appears: (data, { codes: own }) => because('D1', 'data', categoriesOfClass(data, ['nationalId'], own)),
    lacks: (data) =>
      isUnclear(data, '/nationalIdGround')
        ? []
        : [
            ...lacking(data, 'nationalIdGround'),
            ...lacking(data, 'nationalIdJustification', 'D6-nationalIdJustification'),
          ],
  },
  {
    id: 'D7',
    fields: [codes('secrecyProvisions', 'osl')],
    source: 'OSL',
    lacks: (data, { codes: own }) =>
      hasClass(data, ['art9'], own) || hasRegime(data, ['pdl', 'solpul', 'lss'], own)
        ? lacking(data, 'secrecyProvisions')
        : [],
  },
  {
    id: 'D8',
    fields: [codes('searchTerms', 'search')],
    source: 'PDL 2:8, SoLPUF 15 §, DSL 3:3',
    appears: (data) => isDigital(data) || !data.media?.length,
    lacks: (data) => (isDigital(data) ? lacking(data, 'searchTerms') : []),
  },
]
