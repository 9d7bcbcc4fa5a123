import type { Field } from '../../../functions/fields/field.ts'
import { partyFields } from '../fields.ts'

/** The instruction annex as fields. */
export const instructionField: Field = partyFields('agreement').find(({ name }) => name === 'instruction')!
