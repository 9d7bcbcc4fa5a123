import { addDays } from '../processing/calendar.ts'
import { type Actor, holds, holdsAnywhere } from '../register/actor.ts'
import type { Engine, Summary } from '../register/api.ts'
import { firstListed } from '../register/list/first-listed.ts'
import type { Outline } from '../register/outline.ts'
import type { AgreementData } from './agreement-data.ts'
import { agreementOutline } from './agreement-outline.ts'
import type { Listings } from './coverage/listings.ts'
import type { ActivityFacts } from './facts.ts'
import type { PresentNeighbours } from './neighbours.ts'
import { coordinates } from './policy.ts'
import { supplierOutline } from './supplier-outline.ts'
import { lastDay, lastNoticeDay, noticeDays } from './term.ts'

/** What may wait for a contract owner or a coordinator. */
export const supplierTaskNames = [
  'missingSupplier',
  'decideSubProcessor',
  'assessChange',
  'giveNotice',
  'agreementEnds',
  'followUpSupplier',
  'confirmChecklist',
] as const
export type SupplierTaskName = (typeof supplierTaskNames)[number]

/** One thing that waits. `since`: RFC 3339; `due`: a calendar day. */
export interface SupplierTask {
  what: SupplierTaskName
  kind: 'agreement' | 'supplier' | 'activity'
  id: string
  number?: string
  name: string
  orgUnitId?: string
  since: string
  due?: string
}

/** Tasks of one sort that are shown; the lists show the rest. */
const most = 100
/** Days before a follow-up that it is asked for. */
const followUpDays = 30

export interface TaskSources {
  engine: Engine
  neighbours: PresentNeighbours
  listings: Listings
}

/** What waits for this person in the registers of suppliers and agreements, most pressing first. */
export async function supplierTasks(sources: TaskSources, actor: Actor, today: string): Promise<SupplierTask[]> {
  const owner = holdsAnywhere(actor, 'contractOwner') ? await ownersTasks(sources, actor, today) : []
  const coordinator = holdsAnywhere(actor, 'dpCoordinator') ? await checklists(sources.engine, actor) : []
  return [...owner, ...coordinator]
}

async function ownersTasks({ engine, neighbours, listings }: TaskSources, actor: Actor, today: string) {
  const soon = addDays(today, noticeDays)
  const mine = (item: Summary) => ownsOrFallsTo(actor, item)
  const own = async (filters: { [name: string]: readonly string[] }) =>
    (await found(engine, agreementOutline, filters, actor)).filter(mine)
  const [decide, assess, changes, ends, notice, tacit, followUps] = await Promise.all([
    own({ objectionBefore: [addDays(soon, 1)] }),
    own({ reassessmentBefore: [addDays(soon, 1)] }),
    found(engine, supplierOutline, { reassessmentBefore: [addDays(soon, 1)] }, actor),
    own({ dueBefore: [addDays(soon, 1)], state: ['active', 'amending'] }),
    own({ noticeBefore: [addDays(soon, 1)], state: ['active', 'amending'] }),
    own({ renewal: ['tacit'], state: ['active', 'amending'] }),
    own({ followUpBefore: [addDays(today, followUpDays)] }),
  ])
  const noticeOf = (item: Summary) => lastNoticeDay(item.data as Partial<AgreementData>, today)
  const endOf = (item: Summary) => lastDay(item.data as Partial<AgreementData>, today)
  const deadlines = await firstDeadlines(neighbours, decide)
  const isOpen = (day: string | undefined): day is string => day !== undefined && day >= today && day <= soon
  return [
    ...(await missingSuppliers({ neighbours, listings }, actor)),
    ...decide.map((item) => taskOf('decideSubProcessor', item, deadlines.get(item.id))),
    ...assess.map((item) => taskOf('assessChange', item)),
    ...changes.filter(({ data }) => data['ownerId'] === actor.personId).map((item) => taskOf('assessChange', item)),
    ...[...notice, ...tacit]
      .filter((item) => isOpen(noticeOf(item)))
      .map((item) => taskOf('giveNotice', item, noticeOf(item))),
    ...ends.filter((item) => isOpen(endOf(item))).map((item) => taskOf('agreementEnds', item, endOf(item))),
    ...followUps.map((item) => taskOf('followUpSupplier', item, String(item.data['nextFollowUpAt'] ?? ''))),
  ]
}

/** The first day by which to object to a sub-processor, of each agreement. */
async function firstDeadlines(neighbours: PresentNeighbours, items: readonly Summary[]): Promise<Map<string, string>> {
  const agreements = await neighbours.many(
    'agreement',
    items.map(({ id }) => id),
  )
  return new Map(
    agreements.flatMap(({ id, data }) => {
      const open = (data.subProcessors ?? []).filter(({ status }) => status === 'proposed')
      const first = open.flatMap(({ objectionDeadline }) => objectionDeadline ?? []).sort()[0]
      return first ? [[id, first] as const] : []
    }),
  )
}

/** Agreements whose checklist a coordinator of one of the controllers is to confirm. */
async function checklists(engine: Engine, actor: Actor): Promise<SupplierTask[]> {
  const waiting = await found(
    engine,
    agreementOutline,
    { waiting: ['checklist'], state: ['signed', 'amending'] },
    actor,
  )
  return waiting
    .filter(({ data }) => coordinates(actor, data as unknown as AgreementData))
    .map((item) => taskOf('confirmChecklist', item))
}

/**
 * Suppliers that notifications name and the register lacks, from the day they are sent in: for the contract owner over the
 * unit. Only the supplier's name and the activity's number are told.
 */
async function missingSuppliers({ neighbours, listings }: Pick<TaskSources, 'neighbours' | 'listings'>, actor: Actor) {
  const [main, work] = await Promise.all([
    listings.unlisted({ after: '', limit: most }),
    listings.unlisted({ after: '', limit: most, set: 'work' }),
  ])
  const idsOf = ({ items }: typeof main) => items.map(({ id }) => id)
  const [inForce, working] = await Promise.all([
    neighbours.many('activity', idsOf(main)),
    neighbours.working(idsOf(work)),
  ])
  const tasks = [...inForce, ...working]
    .filter(({ orgUnitId }) => holds(actor, 'contractOwner', orgUnitId))
    .flatMap((activity) =>
      activity.processors.flatMap(({ supplierId, name }) =>
        supplierId || !name ? [] : [missingSupplier(activity, name)],
      ),
    )
  return [...new Map(tasks.map((task) => [`${task.id} ${task.name}`, task])).values()]
}

function missingSupplier({ id, number, orgUnitId, since }: ActivityFacts, name: string): SupplierTask {
  return {
    what: 'missingSupplier',
    kind: 'activity',
    id,
    ...(number && { number }),
    name,
    ...(orgUnitId && { orgUnitId }),
    since,
  }
}

/** Its owner, and where nobody owns it the contract owner over a controller that is party to it. */
function ownsOrFallsTo(actor: Actor, { data }: Summary): boolean {
  const { ownerId, controllerOrgUnitIds = [] } = data as Partial<AgreementData>
  return ownerId ? ownerId === actor.personId : controllerOrgUnitIds.some((unit) => holds(actor, 'contractOwner', unit))
}

function found<T extends object>(
  engine: Engine,
  kind: Outline<T>,
  filters: { [name: string]: readonly string[] },
  actor: Actor,
): Promise<Summary[]> {
  return firstListed(engine, kind, filters, actor, most)
}

function taskOf(
  what: SupplierTaskName,
  { id, kind, number, orgUnitId, updatedAt, data }: Summary,
  due?: string,
): SupplierTask {
  return {
    what,
    kind: kind as SupplierTask['kind'],
    id,
    ...(number && { number }),
    name: String(data['name'] ?? ''),
    ...(orgUnitId && { orgUnitId }),
    since: updatedAt,
    ...(due && { due }),
  }
}
