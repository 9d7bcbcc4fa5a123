import type { FunctionComponent } from 'preact'
import type { Field } from '../../functions/processing/question.ts'
import type { FieldText } from '../fields/described.tsx'

export interface InputProps {
  questionId: string
  field: Field
  pointer: string
  /** Where the field's own texts stand: `recipients.category`. */
  path: string
  text: FieldText
  /** The label is the question itself. */
  main?: boolean
  /** The label is already said by a heading. */
  quiet?: boolean
}

/** The control for any field, handed to fields that hold others. */
export type Input = FunctionComponent<InputProps>
