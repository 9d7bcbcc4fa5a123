import type { TransitionInput } from './transition-rule.ts'

/** One mark of secrecy, with what OSL 5:5 asks of it. It hides a top-level field of `data` as a whole. */
export interface SecrecyMark {
  fieldPath: string
  provision: string
  /** Calendar day. */
  markedAt?: string
  markedByAuthority?: string
}

/** A record whose fields may be marked. */
export interface Marked {
  secrecyMarks?: SecrecyMark[]
}

/** The top-level field that a mark's pointer leads to. */
export function fieldAt(pointer: unknown): string {
  return String(pointer ?? '')
    .replace(/^\//, '')
    .split('/')[0] as string
}

/** The mark that a transition's input asks for; of today when it names no day. */
export function askedMark<T>({ input, context }: TransitionInput<T>): SecrecyMark {
  const { provision, markedAt = context.today, markedByAuthority } = input as unknown as SecrecyMark
  return {
    fieldPath: `/${fieldAt(input['fieldPath'])}`,
    provision,
    markedAt,
    ...(markedByAuthority && { markedByAuthority }),
  }
}

/** The marks of a record without that of the field which a transition's input names. */
export function otherMarks<T extends Marked>({ input, snapshot }: TransitionInput<T>): SecrecyMark[] {
  const field = fieldAt(input['fieldPath'])
  return (snapshot.newest.data.secrecyMarks ?? []).filter(({ fieldPath }) => fieldAt(fieldPath) !== field)
}
