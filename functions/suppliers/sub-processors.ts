import { addDays } from '../processing/calendar.ts'
import type { AgreementData, SubProcessor, SubProcessorStatus } from './agreement-data.ts'

/** How one sub-processor differs between two versions of a list; `fields` only when it is in both. */
export interface ListDifference {
  added: SubProcessor[]
  removed: SubProcessor[]
  changed: { name: string; fields: { field: keyof SubProcessor; from?: unknown; to?: unknown }[] }[]
}

const compared = ['country', 'countries', 'parentName', 'task', 'dataCategories', 'mechanism'] as const
const legalForms =
  /\b(ab|aktiebolag|publ|oy|as|a\/s|aps|gmbh|ag|kg|inc|incorporated|llc|ltd|limited|plc|corp|corporation|co|company|bv|nv|sa|sas|sarl|srl|spa|pty|pte|kk|holdings?|ireland operations)\b/g

/** What a name is compared by: `Amazon Web Services, Inc.` and `AMAZON WEB SERVICES INC` are the same. */
export function nameKey(name: string): string {
  const plain = name
    .normalize('NFC')
    .toLowerCase()
    .replace(/[.,()]/g, ' ')
  const short = plain
    .replace(legalForms, ' ')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
  return short || plain.replace(/\s+/g, ' ').trim()
}

/** Those that take part now. */
export function current(list: readonly SubProcessor[] = []): SubProcessor[] {
  return list.filter(({ status }) => status !== 'ended' && status !== 'objected')
}

/** Every country in which one of them has the data. */
export function countriesOf(list: readonly SubProcessor[]): string[] {
  return [...new Set(list.flatMap(({ country, countries = [] }) => [...(country ? [country] : []), ...countries]))]
}

/** What a later version says that an earlier one did not. Who has ended counts as gone. */
export function compareLists(from: readonly SubProcessor[], to: readonly SubProcessor[]): ListDifference {
  const [before, after] = [from, to].map((list) => new Map(current(list).map((one) => [nameKey(one.name), one]))) as [
    Map<string, SubProcessor>,
    Map<string, SubProcessor>,
  ]
  return {
    added: [...after].filter(([key]) => !before.has(key)).map(([, one]) => one),
    removed: [...before].filter(([key]) => !after.has(key)).map(([, one]) => one),
    changed: [...after].flatMap(([key, one]) => {
      const old = before.get(key)
      const fields = old
        ? compared
            .filter((field) => JSON.stringify(old[field]) !== JSON.stringify(one[field]))
            .map((field) => ({ field, from: old[field], to: one[field] }))
        : []
      return fields.length > 0 ? [{ name: one.name, fields }] : []
    }),
  }
}

/** A list as the supplier publishes it on a day. */
export interface Listed {
  date: string
  subProcessors: readonly SubProcessor[]
}

/**
 * The next version of the list: who was there keeps what was decided, who is new is proposed with its last day to object
 * (before the agreement binds: approved with it), and who is gone has ended on the list's day.
 */
export function nextList(
  { subProcessors = [], objectionDays, bound }: Pick<AgreementData, 'subProcessors' | 'objectionDays' | 'bound'>,
  { date, subProcessors: listed }: Listed,
): SubProcessor[] {
  const old = new Map(subProcessors.map((one) => [nameKey(one.name), one]))
  const kept = new Set(listed.map((one) => nameKey(one.name)))
  const stay = listed.map((one): SubProcessor => {
    const known = old.get(nameKey(one.name))
    if (known && known.status !== 'ended')
      return { ...known, ...one, status: one.status ?? known.status ?? statusOfNew(bound) }
    const notifiedAt = one.notifiedAt ?? date
    const objectionDeadline =
      one.objectionDeadline ?? (objectionDays === undefined ? undefined : addDays(notifiedAt, objectionDays))
    return {
      ...one,
      notifiedAt,
      ...(bound && objectionDeadline && { objectionDeadline }),
      status: one.status ?? statusOfNew(bound),
      ...(!bound && { decidedAt: one.decidedAt ?? date }),
    }
  })
  const gone = subProcessors
    .filter((one) => !kept.has(nameKey(one.name)))
    .map((one): SubProcessor => (one.status === 'ended' ? one : { ...one, status: 'ended', endedAt: date }))
  return [...stay, ...gone]
}

function statusOfNew(bound: boolean | undefined): SubProcessorStatus {
  return bound ? 'proposed' : 'approved'
}
