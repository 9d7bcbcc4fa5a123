import { canonical } from '../../register/canonical.ts'
import type { Missing } from '../../register/errors.ts'
import type { Note } from '../../register/record.ts'
import type { ActivityData } from '../data.ts'
import { questionAt } from '../form.ts'
import type { Call } from './outcome.ts'

/** Comments by others than the initiator since the last submission: what a return asks. */
export function questionsAsked({ snapshot, notes }: Call): Note[] {
  const { data } = snapshot.newest
  return notes.filter((note) => note.at >= (data.submittedAt ?? '') && note.by !== data.initiatorId)
}

/** The questions to keep at a return, each with a fingerprint of the answer it was asked about. */
export function keptQuestions(call: Call): NonNullable<ActivityData['questions']> {
  return questionsAsked(call).flatMap(({ id, pointer }) =>
    pointer ? [{ noteId: id, pointer, was: fingerprint(answerAt(call.snapshot.newest.data, pointer)) }] : [],
  )
}

/** Questions not answered yet; a comment with the submission answers them all (domain 10.21). */
export function unanswered({ snapshot, notes, comment }: Call): Missing[] {
  if (comment?.trim()) return []
  const open = openQuestions(snapshot.newest.data, notes)
  return open.map((pointer) => ({ pointer, rule: 'question', source: '', text: 'unansweredQuestion' }))
}

/**
 * Pointers of the questions of a returned notification that wait for an answer. One is answered when its field has changed,
 * or when the initiator has commented on the same pointer (domain 10.21).
 */
export function openQuestions(data: ActivityData, notes: readonly Note[]): string[] {
  return (data.questions ?? [])
    .filter(({ noteId, pointer, was }) => {
      const replied = notes.some((note) => note.id > noteId && note.by === data.initiatorId && note.pointer === pointer)
      return !replied && fingerprint(answerAt(data, pointer)) === was
    })
    .map(({ pointer }) => pointer)
}

/** What answers the question asked at a pointer: all of its fields (a system may be picked or written), or the part pointed at. */
function answerAt(data: ActivityData, pointer: string): unknown {
  const asked = pointer.split('/').length === 2 ? questionAt(pointer) : undefined
  return asked ? asked.fields.map(({ name }) => data[name as keyof ActivityData] ?? null) : valueAt(data, pointer)
}

function valueAt(data: object, pointer: string): unknown {
  return pointer
    .split('/')
    .slice(1)
    .reduce<unknown>((value, step) => (value as { [step: string]: unknown } | undefined)?.[step], data)
}

/** FNV-1a over canonical JSON: tells whether an answer has changed, nothing more. */
function fingerprint(value: unknown): string {
  let hash = 0x811c9dc5
  for (const letter of canonical(value ?? null)) hash = Math.imul(hash ^ (letter.codePointAt(0) ?? 0), 0x01000193) >>> 0
  return hash.toString(36)
}
