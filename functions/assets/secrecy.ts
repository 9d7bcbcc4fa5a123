import { type Actor, holdsAnywhere } from '../register/actor.ts'
import type { Missing } from '../register/errors.ts'
import type { Snapshot } from '../register/record.ts'
import { askedMark, fieldAt, otherMarks, type SecrecyMark } from '../register/secrecy-mark.ts'
import type { Outcome, Transition, TransitionInput } from '../register/transition-rule.ts'
import type { AssetData } from './data.ts'
import { gap, unless } from './guards/gap.ts'
import { marked } from './origins.ts'
import { isResponsible, holdsFor } from './policy.ts'

/** Roles that decide on marks of everything under their scope (domain model section 6); the kind's keeper does too. */
const deciders = ['dpCoordinator', 'dpo', 'isCoordinator', 'ciso', 'registrar']

/** Who marks fields of one kind of asset as secret. */
export interface MarkRules<T> {
  keeperRole: string
  /** Those to whom the record belongs, who may only propose: the owner and administrators of a system. */
  owns?(actor: Actor, data: T): boolean
  /** Whether the record has a field of that name that may be marked. */
  isMarkable(field: string): boolean
}

/** Marks are set and lifted by those who decide on secrecy; who answers for the asset proposes, and one of them decides. */
export function markTransitions<T extends AssetData>(
  rules: MarkRules<T>,
): {
  [name in 'markSecret' | 'liftSecrecy' | 'decline']: Pick<Transition<T>, 'who' | 'requires' | 'apply'>
} {
  const decides = (actor: Actor, { newest }: Snapshot<T>): boolean =>
    !!actor.system || [rules.keeperRole, ...deciders].some((role) => holdsFor(actor, role, newest.data))
  const proposes = (actor: Actor, { newest }: Snapshot<T>): boolean =>
    isResponsible(actor, newest.data) ||
    (holdsAnywhere(actor, 'unitManager') && holdsFor(actor, 'unitManager', newest.data)) ||
    (rules.owns?.(actor, newest.data) ?? false)
  const either = (actor: Actor, snapshot: Snapshot<T>) => decides(actor, snapshot) || proposes(actor, snapshot)
  const decided =
    (transition: string, made: (call: TransitionInput<T>) => SecrecyMark[]): Transition<T>['apply'] =>
    (call) =>
      decides(call.actor, call.snapshot)
        ? { data: marked(call.snapshot.newest.data, made(call)), ...answered(call, transition) }
        : proposal(call, transition)
  return {
    markSecret: {
      who: either,
      requires: (call) => [
        ...lacksAnswer(call, decides),
        ...unless(rules.isMarkable(fieldAt(call.input['fieldPath'])), '/fieldPath', 'markableField', ''),
        ...unless(call.input['markedByAuthority'], '/markedByAuthority', 'markAuthority', 'OSL 5:5'),
      ],
      apply: decided('markSecret', (call) => [...otherMarks(call), askedMark(call)]),
    },
    liftSecrecy: {
      who: (actor, snapshot) => (snapshot.newest.data.secrecyMarks ?? []).length > 0 && either(actor, snapshot),
      requires: (call) => [
        ...lacksAnswer(call, decides),
        ...unless(
          otherMarks(call).length < (call.snapshot.newest.data.secrecyMarks ?? []).length,
          '/fieldPath',
          'notMarked',
          '',
        ),
      ],
      apply: decided('liftSecrecy', otherMarks),
    },
    decline: {
      who: (actor, snapshot) => snapshot.newest.proposed !== undefined && decides(actor, snapshot),
      apply: () => ({ proposed: null }),
    },
  }
}

/** One proposal at a time: a second one waits until the first is answered. */
function lacksAnswer<T>(
  { actor, snapshot }: TransitionInput<T>,
  decides: (actor: Actor, snapshot: Snapshot<T>) => boolean,
): Missing[] {
  return snapshot.newest.proposed && !decides(actor, snapshot) ? [gap('', 'alreadyProposed', '')] : []
}

function proposal<T extends AssetData>(
  { actor, context, input, comment }: TransitionInput<T>,
  transition: string,
): Outcome<T> {
  return {
    proposed: { transition, by: actor.personId, at: context.now, data: { ...input }, ...(comment && { comment }) },
  }
}

/** A decision about the field that a proposal names is its answer; any other leaves it waiting. */
function answered<T>({ snapshot, input }: TransitionInput<T>, transition: string): Pick<Outcome<T>, 'proposed'> {
  const { proposed } = snapshot.newest
  const same =
    proposed?.transition === transition && fieldAt(proposed.data?.['fieldPath']) === fieldAt(input['fieldPath'])
  return same ? { proposed: null } : {}
}
