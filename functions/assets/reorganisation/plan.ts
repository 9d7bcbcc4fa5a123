import * as z from 'zod/mini'
import type { Context } from '../../register/context.ts'
import type { FieldError } from '../../register/errors.ts'
import { defineKind } from '../../register/kind.ts'
import type { Transition } from '../../register/transition-rule.ts'
import { plainKind } from '../work-kind.ts'
import { decides, reorganisationOutline } from './plan-outline.ts'

/** How far a move has come: what is done, and the records that it is at work on. */
export interface ReorganisationProgress {
  changed: number
  refused: number
  /** Records of the step under way; those of them that no longer name the old unit are done. */
  ids: string[]
  /** Where the next step goes on; absent at the last one. */
  cursor?: string
}

/** All assets of one unit that go to another on a day to come. */
export interface ReorganisationData {
  from: string
  to: string
  /** Calendar day, `YYYY-MM-DD`. */
  at: string
  comment?: string
  /** What whoever planned it saw that it would do. */
  preview?: { changed: number; refused: number }
  progress?: ReorganisationProgress
  /** What it did; `reason`: why it stopped. */
  outcome?: { changed: number; refused: number; on: string; reason?: 'plannerLeft' }
}

const id = z.string().check(z.regex(/^org_[0-9A-Za-z]{1,40}$/))
const count = z.int().check(z.minimum(0), z.maximum(10_000_000))
const counts = { changed: count, refused: count }

const schema = z.lazy(() =>
  z.strictObject({
    from: id,
    to: id,
    at: z.iso.date(),
    comment: z.optional(z.string().check(z.minLength(1), z.maxLength(1000))),
    preview: z.optional(z.strictObject(counts)),
    progress: z.optional(
      z.strictObject({
        ...counts,
        ids: z.array(z.string().check(z.maxLength(50))).check(z.maxLength(200)),
        cursor: z.optional(z.string().check(z.maxLength(2000))),
      }),
    ),
    outcome: z.optional(z.strictObject({ ...counts, on: z.iso.date(), reason: z.optional(z.enum(['plannerLeft'])) })),
  }),
)

/** A move that only the product makes, when the day has come. */
function ownMove(
  from: readonly string[],
  state: string,
  member: 'progress' | 'outcome',
): Transition<ReorganisationData> {
  const input = z.lazy(() => z.strictObject({ [member]: z.record(z.string(), z.unknown()) }))
  return {
    from,
    who: () => false,
    input: input as unknown as z.ZodMiniType<{ [field: string]: unknown }>,
    apply: ({ input: data }) => ({ state, data: { progress: undefined, ...data } }),
  }
}

/** Reorganisations planned ahead; the nightly pass carries them out (see carry-out.ts). */
export const reorganisation = defineKind<ReorganisationData>({
  ...reorganisationOutline,
  ...plainKind<ReorganisationData>(),
  schema,
  initial: 'planned',
  editable: ['planned'],
  managed: ['progress', 'outcome'],
  transitions: {
    cancel: { from: ['planned'], who: decides, apply: () => ({ state: 'cancelled' }) },
    advance: ownMove(['planned', 'underWay'], 'underWay', 'progress'),
    finish: ownMove(['planned', 'underWay'], 'done', 'outcome'),
    stop: ownMove(['planned', 'underWay'], 'stopped', 'outcome'),
  },
  check: (data, context) => faults(data, context),
})

function faults({ from, to, at }: ReorganisationData, { today }: Context): FieldError[] {
  return [
    ...(from === to ? [{ pointer: '/to', code: 'same' }] : []),
    ...(at <= today ? [{ pointer: '/at', code: 'not-ahead' }] : []),
  ]
}
