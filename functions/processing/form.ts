import type { ProcessingContext } from './context.ts'
import type { ActivityData } from './data.ts'
import { sectionA } from './form/a.ts'
import { sectionB } from './form/b.ts'
import { sectionC } from './form/c.ts'
import { sectionD } from './form/d.ts'
import { sectionE } from './form/e.ts'
import { sectionF } from './form/f.ts'
import { sectionG } from './form/g.ts'
import { sectionH } from './form/h.ts'
import { sectionI } from './form/i.ts'
import { sectionJ } from './form/j.ts'
import { sectionK } from './form/k.ts'
import { besideFields, importedField, registerFields } from './form/register.ts'
import type { Field, FormField, Question, Section, SectionId } from './question.ts'

const sections: { [id in SectionId]: readonly Question[] } = {
  A: sectionA,
  B: sectionB,
  C: sectionC,
  D: sectionD,
  E: sectionE,
  F: sectionF,
  G: sectionG,
  H: sectionH,
  I: sectionI,
  J: sectionJ,
  K: sectionK,
}

/** The notification form: sections A-K with every question of domain section 2 as amended by section 10. */
export const form: readonly Section[] = Object.entries(sections).map(([id, list]) => ({
  id: id as SectionId,
  questions: list,
}))

/** All questions in the order in which they are asked. */
export const questions: readonly Question[] = form.flatMap((section) => section.questions)

/** Question asked before the form (domain 10.4): its answer becomes A3, or ends with "no notification needed". */
export const triage = { id: 'T', vocabulary: 'triage', source: 'DSF 4.7–8' } as const

/** Fields that only transitions and the register itself write (`Kind.managed`). */
export const managedFields: readonly string[] = [
  ...registerFields.map((field) => field.name),
  'managerAttestation',
  importedField,
]

/** Every field of an activity with its whole type: a field that several questions share is joined (B1, B3 and B4). */
export const activityFields: readonly FormField[] = joinFields([
  ...questions.flatMap((question) => question.fields),
  ...besideFields,
  ...registerFields,
]) as FormField[]

/** The question of that id. Throws on an unknown one. */
export function question(id: string): Question {
  const found = questions.find((entry) => entry.id === id)
  if (!found) throw new Error(`no question ${id}`)
  return found
}

/** Questions in which a field is asked, by the pointer's first step: `/purposes/0/text` gives B1. */
export function questionAt(pointer: string): Question | undefined {
  const steps = pointer.split('/').filter((step) => step !== '' && !/^\d+$/.test(step))
  const asked = questions.filter((entry) => entry.fields.some((field) => covers([field], steps)))
  return asked[0] ?? questions.find((entry) => entry.fields.some((field) => field.name === steps[0]))
}

/** Whether a question is applicable to these answers. */
export function isShown(entry: Question, data: ActivityData, context: ProcessingContext): boolean {
  return !entry.appears || entry.appears(data, context) !== false
}

function covers(fields: readonly Field[], steps: readonly string[]): boolean {
  const [first, ...rest] = steps
  const field = fields.find((entry) => entry.name === first)
  return field !== undefined && (rest.length === 0 || !field.fields || covers(field.fields, rest))
}

function joinFields(fields: readonly Field[]): Field[] {
  const joined = new Map<string, Field>()
  for (const field of fields) {
    const known = joined.get(field.name)
    const inner = known?.fields && field.fields ? joinFields([...known.fields, ...field.fields]) : field.fields
    joined.set(field.name, known ? { ...known, fields: inner } : field)
  }
  return [...joined.values()]
}
