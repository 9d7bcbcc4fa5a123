import * as z from 'zod/mini'
import type { Deps } from '../http/deps.ts'
import { cursorText, defaultLimit, pageLimit } from '../http/page-query.ts'
import { idOf } from '../http/record-reply.ts'
import { pageOf } from '../http/record-schema.ts'
import { personRoute, type Route } from '../http/route.ts'
import { pageOfWhole } from '../http/whole-list.ts'
import { addMonths } from '../processing/calendar.ts'
import { dayOf } from '../register/core.ts'
import { RegisterError } from '../register/errors.ts'
import { decodeCursor, encodeCursor } from '../register/list/cursor.ts'
import { agreement } from './agreement.ts'
import { calendarEvents, placeOf, type Span } from './calendar-events.ts'
import { calendarTable } from './calendar-table.ts'
import { assertSeesCoverage, seesUse } from './coverage/sight.ts'
import type { AgreementFacts } from './facts.ts'
import { fileReply, formats } from './file-reply-route.ts'
import { lossesOf, type Loss } from './impact.ts'
import type { Language } from './labels.ts'
import type { Neighbours } from './neighbours.ts'
import { supplierOperation } from './operation.ts'
import { coverageSentence, reasonSentence } from './sentences.ts'
import { lastDay } from './term.ts'
import { supplierVocabularies } from './vocabulary.ts'

const ids = z.string().check(z.regex(/^[A-Za-z0-9_-]{1,64}(,[A-Za-z0-9_-]{1,64})*$/))
const page = { limit: z.optional(pageLimit), cursor: z.optional(cursorText) }
/** Longest span that is asked for at once. */
const mostMonths = 60
/** Days in a file, at most. */
const exported = 50_000
const events: readonly string[] = supplierVocabularies.calendarEvent

const event = z.strictObject({
  date: z.iso.date(),
  what: z.enum(supplierVocabularies.calendarEvent),
  kind: z.enum(['agreement', 'supplier']),
  id: z.string(),
  number: z.optional(z.string()),
  name: z.string(),
  supplierId: z.optional(z.string()),
  controllerOrgUnitIds: z.optional(z.array(z.string())),
  ownerId: z.optional(z.string()),
})

const loss = z.strictObject({
  kind: z.string(),
  id: z.string(),
  number: z.optional(z.string()),
  name: z.string(),
  controllerOrgUnitId: z.optional(z.string()),
  lastDay: z.iso.date(),
  status: z.optional(z.enum(supplierVocabularies.coverageStatus)),
  reason: z.string(),
})

const filters = {
  from: z.optional(z.iso.date()),
  to: z.optional(z.iso.date()),
  what: z.optional(z.string().check(z.refine((text) => text.split(',').every((one) => events.includes(one))))),
  controller: z.optional(ids),
}

/** What an agreement means in time: the calendar of all of them, and what ends with one. */
export function calendarRoutes(deps: Deps, neighbours: Neighbours): Route[] {
  return [
    personRoute({
      method: 'GET',
      path: '/api/agreements/calendar',
      operationId: 'listAgreementCalendar',
      summary: supplierOperation('calendar'),
      query: z.strictObject({ ...filters, ...page }),
      success: { status: 200, schema: pageOf(event) },
      handler: async ({ query, actor }) => {
        assertSeesCoverage(actor)
        const limit = query.limit ?? defaultLimit
        const after = query.cursor === undefined ? undefined : decodeCursor(query.cursor, 'calendar')['after']
        const span = { ...spanOf(query, dayOf(deps.now())), limit, ...(after && { after }) }
        const found = await calendarEvents(deps.store, span, actor)
        const items = found.slice(0, limit)
        const last = items.at(-1)
        const more = found.length > limit && last
        return { body: { items, ...(more && { next: encodeCursor({ k: 'calendar', after: placeOf(last) }) }) } }
      },
    }),
    personRoute({
      method: 'GET',
      path: '/api/agreements/calendar/export',
      operationId: 'exportAgreementCalendar',
      summary: supplierOperation('exportCalendar'),
      query: z.strictObject({ ...filters, format: z.enum(formats) }),
      success: { status: 200 },
      handler: async ({ query: { format, ...wanted }, actor, language }) => {
        assertSeesCoverage(actor)
        const span = { ...spanOf(wanted, dayOf(deps.now())), limit: exported }
        const items = await calendarEvents(deps.store, span, actor)
        return fileReply(deps, calendarTable(actor.tree, language), [items], format)
      },
    }),
    personRoute({
      method: 'GET',
      path: '/api/agreements/:id/impact',
      operationId: 'listAgreementImpact',
      summary: supplierOperation('impact'),
      query: z.strictObject({ endsOn: z.optional(z.iso.date()), ...page }),
      success: { status: 200, schema: pageOf(loss) },
      handler: async (call) => {
        const { query, actor, language } = call
        assertSeesCoverage(actor)
        const { record } = await deps.engine.get(agreement, idOf(call), actor)
        const today = dayOf(deps.now())
        const [facts] = (await neighbours.binding([record.id])) as [AgreementFacts]
        const endsOn = query.endsOn ?? lastDay(facts.data, today) ?? today
        const losses = await lossesOf(neighbours, facts, endsOn, actor.tree)
        const seen = losses
          .filter(({ use }) => !use || seesUse(actor, use))
          .map((one) => lossItem(one, endsOn, language))
        return { body: pageOfWhole(seen, query) }
      },
    }),
  ]
}

/** The days that are asked for: a year from today when nothing is said. Throws `malformed` for no span, or too long a one. */
function spanOf(
  query: {
    from?: string | undefined
    to?: string | undefined
    what?: string | undefined
    controller?: string | undefined
  },
  today: string,
): Omit<Span, 'limit'> {
  const from = query.from ?? today
  const to = query.to ?? addMonths(from, 12)
  if (to < from || to > addMonths(from, mostMonths)) throw badSpan()
  return {
    from,
    to,
    ...(query.what && { whats: query.what.split(',') }),
    ...(query.controller && { controllers: new Set(query.controller.split(',')) }),
  }
}

function badSpan(): RegisterError {
  return new RegisterError('malformed', 'no such span', { reason: 'query-value', params: { name: 'to' } })
}

function lossItem({ use, agreement: child, after }: Loss, day: string, language: Language): z.infer<typeof loss> {
  const { kind, id, number, name } = use?.usedBy ?? (child as AgreementFacts)
  return {
    kind,
    id,
    ...(number && { number }),
    name,
    ...(use?.controllerOrgUnitId && { controllerOrgUnitId: use.controllerOrgUnitId }),
    lastDay: day,
    ...(after && { status: after.status }),
    reason: after ? reasonSentence(after, language) : coverageSentence('parentEnds', language),
  }
}
