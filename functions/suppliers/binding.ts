import type { FactHead, FactReader } from './fact-reader.ts'
import type { AgreementFacts } from './facts.ts'

/** A moment in the past, RFC 3339 UTC, and the calendar day that it belongs to. */
export interface Moment {
  time: string
  day: string
}

const isAmending = ({ state }: Pick<FactHead, 'state'>) => state === 'amending'

/** Agreements as they bind: of one that is being amended, what was agreed before. In input order. */
export async function bindingNow(reader: FactReader, ids: readonly string[]): Promise<AgreementFacts[]> {
  const heads = await reader.heads('agreement', ids)
  const settled = await reader.read(
    'agreement',
    heads.filter((head) => !isAmending(head)),
  )
  const before = await Promise.all(heads.filter(isAmending).map((head) => beforeAmending(reader, head)))
  return inOrder(ids, [...settled.map(({ facts }) => facts), ...before.flat()])
}

/**
 * Agreements as they bound at a moment: the revision of then, and one that came into the register after it was signed from the
 * day of signing on (domain model 10.28).
 */
export async function bindingThen(
  reader: FactReader,
  ids: readonly string[],
  moment: Moment,
): Promise<AgreementFacts[]> {
  const heads = await reader.heads('agreement', ids)
  const unchanged = heads.filter((head) => head.updatedAt <= moment.time && !isAmending(head))
  const changed = heads.filter((head) => !unchanged.includes(head))
  const settled = await reader.read('agreement', unchanged)
  const earlier = await Promise.all(changed.map((head) => asItBound(reader, head, moment)))
  return inOrder(ids, [...settled.map(({ facts }) => facts), ...earlier.flat()])
}

async function beforeAmending(reader: FactReader, { id, revision }: FactHead): Promise<AgreementFacts[]> {
  const newest = await reader.read('agreement', [{ id, revision }])
  for (let at = revision - 1; at > 0; at--) {
    const [found] = await reader.read('agreement', [{ id, revision: at }])
    if (found && !isAmending(found.facts)) return [found.facts]
  }
  return newest.map(({ facts }) => facts)
}

async function asItBound(reader: FactReader, head: FactHead, { time, day }: Moment): Promise<AgreementFacts[]> {
  const { id, revision } = head
  const wanted = Array.from({ length: revision }, (_, at) => ({ id, revision: at + 1 }))
  const history = (await reader.read('agreement', wanted)).filter(({ facts }) => !isAmending(facts))
  const then = history.findLast(({ at }) => at <= time)?.facts
  if (then?.data.signedAt) return [then]
  const late = history.find(({ at, facts: { data } }) => at > time && data.signedAt && data.signedAt <= day)?.facts
  const found = late ?? then
  return found ? [found] : []
}

function inOrder(ids: readonly string[], found: readonly AgreementFacts[]): AgreementFacts[] {
  const byId = new Map(found.map((one) => [one.id, one]))
  return ids.flatMap((id) => byId.get(id) ?? [])
}
