import type { FieldSection } from '../fields/field.ts'
import type { CodeWords } from '../intake/cell-value.ts'
import { fieldColumns } from '../intake/field-columns.ts'
import { ruleWords } from '../intake/sentences.ts'
import { type IntakeColumn, type IntakeTarget, ownColumns, type Words } from '../intake/target.ts'
import { holdsAnywhere } from '../register/actor.ts'
import { agreement } from './agreement.ts'
import { agreementSections } from './fields/agreement.ts'
import { supplierSections } from './fields/supplier.ts'
import headings from './import-headings.json' with { type: 'json' }
import { readLegalNumber } from './legal-number.ts'
import { nameKey } from './sub-processors.ts'
import { supplier } from './supplier.ts'
import fieldsEn from './text/en/fields.json' with { type: 'json' }
import en from './text/en/intake.json' with { type: 'json' }
import wordsEn from './text/en/vocabulary.json' with { type: 'json' }
import fieldsSv from './text/sv/fields.json' with { type: 'json' }
import sv from './text/sv/intake.json' with { type: 'json' }
import wordsSv from './text/sv/vocabulary.json' with { type: 'json' }

const common = { texts: { sv: fieldsSv, en: fieldsEn }, words: codeWords(), headings }
const byNumber = { id: 'number', label: ruleWords('number'), columns: [ownColumns.number], by: 'number' } as const
const states = paired(sv.states, en.states)

/**
 * What files may be read into: suppliers, known by number and then by exactly one of their names, never by likeness; and agreements,
 * known by number and diary number.
 */
export const supplierTargets: readonly IntakeTarget[] = [
  {
    kind: supplier,
    label: { sv: sv.kinds.supplier, en: en.kinds.supplier },
    columns: fieldColumns({ ...common, sections: plain(supplierSections) }).map((column) =>
      column.field === 'orgNumber' ? asLegalNumber(column) : column,
    ),
    rules: [
      byNumber,
      { id: 'orgNumber', label: words('orgNumber'), columns: ['orgNumber'], by: 'exact' },
      { id: 'name', label: words('name'), columns: ['name'], by: 'name' },
    ],
    alike: nameKey,
    keepsKeys: false,
    states,
    receive: (before, members) => ({ ...before, ...members }),
    mayUse: (actor) => holdsAnywhere(actor, 'contractOwner'),
  },
  {
    kind: agreement,
    label: { sv: sv.kinds.agreement, en: en.kinds.agreement },
    columns: fieldColumns({ ...common, sections: plain(agreementSections) }),
    rules: [
      byNumber,
      { id: 'diaryNumber', label: words('diaryNumber'), columns: ['diaryNumber', 'type'], by: 'exact' },
    ],
    keepsKeys: false,
    states,
    receive: (before, members) => ({ ...before, ...members }),
    mayUse: (actor) => holdsAnywhere(actor, 'contractOwner'),
  },
]

/** A Swedish number in any of its forms is kept as it is written: `556036-0793`. */
function asLegalNumber(column: IntakeColumn): IntakeColumn {
  return {
    ...column,
    parse(text, world) {
      const parsed = column.parse(text, world)
      const number = 'value' in parsed ? readLegalNumber({ orgNumber: String(parsed.value) })?.number : undefined
      return number === undefined ? parsed : { value: number }
    },
  }
}

/** Without groups within groups, which no column can hold. */
function plain(sections: readonly FieldSection[]): FieldSection[] {
  return sections.map(({ id, fields }) => ({
    id,
    fields: fields
      .map((field) => ({
        ...field,
        ...(field.fields && { fields: field.fields.filter((one) => one.type !== 'group') }),
      }))
      .filter((field) => field.type !== 'group' || field.fields?.length !== 0),
  }))
}

function words(rule: keyof typeof sv.rules): Words {
  return { sv: sv.rules[rule], en: en.rules[rule] }
}

function codeWords(): CodeWords {
  return Object.fromEntries(
    Object.entries(wordsSv).map(([vocabulary, labels]) => [
      vocabulary,
      paired(labels, (wordsEn as typeof wordsSv)[vocabulary as keyof typeof wordsSv]),
    ]),
  )
}

function paired(
  inSwedish: { readonly [code: string]: string },
  inEnglish: { readonly [code: string]: string },
): { [code: string]: Words } {
  return Object.fromEntries(
    Object.entries(inSwedish).map(([code, text]) => [code, { sv: text, en: inEnglish[code] ?? text }]),
  )
}
