import { addDays, addMonths } from '../processing/calendar.ts'
import type { Actor } from '../register/actor.ts'
import { holdsAnywhere } from '../register/actor.ts'
import { keys } from '../register/keys.ts'
import type { Kind } from '../register/kind.ts'
import { decodeRowBody } from '../register/rows/row-body.ts'
import type { Store } from '../store/store.ts'
import type { AgreementData } from './agreement-data.ts'
import { agreement } from './agreement.ts'
import { readsAgreement } from './policy.ts'
import { supplier } from './supplier.ts'
import { periodEnd, renewsItself } from './term.ts'
import type { supplierVocabularies } from './vocabulary.ts'

export type EventName = (typeof supplierVocabularies.calendarEvent)[number]

/** One day in the calendar of agreements and suppliers. */
export interface CalendarEvent {
  date: string
  what: EventName
  kind: 'agreement' | 'supplier'
  id: string
  number?: string
  name: string
  supplierId?: string
  controllerOrgUnitIds?: string[]
  ownerId?: string
}

/** Days from `from` to `to`, both included, after the place where the last page ended. */
export interface Span {
  from: string
  to: string
  whats?: readonly string[]
  controllers?: ReadonlySet<string>
  /** As `placeOf` gives it. */
  after?: string
  limit: number
}

const ofAgreements = ['end', 'notice', 'objection', 'followUp', 'reassessment'] as const
const ofSuppliers = ['certificate', 'followUp', 'reassessment'] as const
const rowsAtOnce = 250
/** Everybody who sees all suppliers' days; others see those of the suppliers they answer for. */
const seers = ['contractOwner', 'dpo', 'auditor']

/** The next days that somebody may see, in order; one more than asked for when there are more. */
export async function calendarEvents(store: Store, span: Span, actor: Actor): Promise<CalendarEvent[]> {
  const asked = (what: string) => !span.whats || span.whats.includes(what)
  const found = await Promise.all([
    ...ofAgreements.filter(asked).map((what) => eventsOf(store, agreement, what, span, actor)),
    ...ofSuppliers.filter(asked).map((what) => eventsOf(store, supplier, what, span, actor)),
    renewals(store, span, actor),
  ])
  return found
    .flat()
    .toSorted((one, other) => (placeOf(one) < placeOf(other) ? -1 : 1))
    .slice(0, span.limit + 1)
}

/** Where an event stands in the calendar. */
export function placeOf({ date, what, id }: CalendarEvent): string {
  return `${date}#${what}#${id}`
}

async function eventsOf<T extends object>(
  store: Store,
  kind: Kind<T>,
  what: EventName,
  span: Span,
  actor: Actor,
): Promise<CalendarEvent[]> {
  const found: CalendarEvent[] = []
  const begin = span.after ? span.after.slice(0, 10) : span.from
  for (let after = begin; ;) {
    const range = { after, before: addDays(span.to, 1), limit: rowsAtOnce }
    const { items, next } = await store.query(keys.due(kind, what), range)
    for (const item of items) {
      const { record } = decodeRowBody(kind as unknown as Kind<object>, item)
      const event = eventFrom(item.sk.slice(0, 10), what, record as never)
      if (isVisible(event, record.data as RowRecord['data'], span, actor)) found.push(event)
    }
    if (!next || found.length > span.limit) return found
    after = next
  }
}

/** The days of agreements that renew themselves, which hang on the day they are asked for. */
async function renewals(store: Store, span: Span, actor: Actor): Promise<CalendarEvent[]> {
  const found: CalendarEvent[] = []
  for (let after: string | undefined; ;) {
    const pk = keys.list(agreement, 'main', 'renewal=tacit')
    const { items, next } = await store.query(pk, { limit: rowsAtOnce, ...(after && { after }) })
    for (const item of items) {
      const { record } = decodeRowBody(agreement as unknown as Kind<object>, item)
      if (record.state !== 'active' && record.state !== 'amending') continue
      const days = renewalDays(record.data as Partial<AgreementData>, span)
      found.push(
        ...days
          .map(({ date, what }) => eventFrom(date, what, record as never))
          .filter((event) => isVisible(event, record.data as RowRecord['data'], span, actor)),
      )
    }
    if (!next) return found
    after = next
  }
}

function renewalDays(term: Partial<AgreementData>, { from, to, whats }: Span): { date: string; what: EventName }[] {
  const days: { date: string; what: EventName }[] = []
  if (!renewsItself(term) || term.terminationAt) return days
  const { noticeMonths } = term
  const reach = addMonths(to, noticeMonths ?? 0)
  for (let end = periodEnd(term, from); end !== undefined && end <= reach; end = periodEnd(term, addDays(end, 1))) {
    const notice = noticeMonths === undefined ? undefined : addMonths(end, -noticeMonths)
    if (notice && notice >= from && notice <= to) days.push({ date: notice, what: 'notice' })
    if (end <= to) days.push({ date: end, what: 'renewal' })
  }
  return days.filter(({ what }) => !whats || whats.includes(what))
}

interface RowRecord {
  id: string
  kind: 'agreement' | 'supplier'
  number?: string
  data: Pick<AgreementData, 'name'> & Partial<AgreementData>
}

function eventFrom(date: string, what: EventName, { id, kind, number, data }: RowRecord): CalendarEvent {
  const { name, supplierId, controllerOrgUnitIds, ownerId } = data
  return {
    date,
    what,
    kind,
    id,
    ...(number && { number }),
    name,
    ...(supplierId && { supplierId }),
    ...(controllerOrgUnitIds && { controllerOrgUnitIds }),
    ...(ownerId && { ownerId }),
  }
}

function isVisible(
  event: CalendarEvent,
  data: RowRecord['data'],
  { after, controllers, from, to }: Span,
  actor: Actor,
): boolean {
  const { controllerOrgUnitIds = [], ownerId } = event
  if (event.date < from || event.date > to || (after !== undefined && placeOf(event) <= after)) return false
  if (event.kind === 'supplier')
    return !controllers && (ownerId === actor.personId || seers.some((role) => holdsAnywhere(actor, role)))
  const asked = !controllers || controllerOrgUnitIds.some((unit) => controllers.has(unit))
  return asked && readsAgreement(actor, { ...data, controllerOrgUnitIds })
}
