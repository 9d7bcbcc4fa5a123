import { unitsOf, type Actor } from '../register/actor.ts'
import type { Engine, Shown, Summary } from '../register/api.ts'
import { activity } from './activity.ts'
import type { ActivityData } from './data.ts'
import { isManager } from './parties.ts'
import { needsAttestation } from './traits.ts'
import { daysLater } from './workflow/outcome.ts'

type ActivityRecord = Shown<ActivityData>['record']

/** One thing that waits for this person. `since`: RFC 3339; `due`: a calendar day. */
export interface Task {
  what: TaskName
  kind: 'activity'
  id: string
  number?: string
  name: string
  orgUnitId?: string
  since: string
  due?: string
  findings?: ActivityData['findingCounts']
}

export const taskNames = [
  'returned',
  'draft',
  'attest',
  'take',
  'review',
  'register',
  'confirmEnd',
  'confirmRefusal',
  'reviewDue',
  'remarkUnanswered',
] as const
export type TaskName = (typeof taskNames)[number]

/** Tasks about what is registered wait since it was; the others since they were sent in. */
const inForce: readonly TaskName[] = ['confirmEnd', 'remarkUnanswered', 'reviewDue']

/** Tasks of one sort that are shown; the lists show the rest. */
const most = 100
/** Days before a review is due that it is asked for. */
const noticeDays = 30

/** What waits for this person, most pressing first: their own notifications, then what their roles make them do. */
export async function tasksOf(engine: Engine, actor: Actor, today: string): Promise<Task[]> {
  const working = await found(engine, actor, {
    state: ['draft', 'returned', 'submitted', 'coordinatorReview', 'dpoReview'],
  })
  const plays = rolePlayer(actor)
  const own = (item: Summary): boolean => item.data['initiatorId'] === actor.personId
  const inState = (what: TaskName, state: string, mine: (item: Summary) => boolean): Task[] =>
    working.filter((item) => item.state === state && mine(item)).map((item) => taskOf(what, item))
  const returned = working.filter((item) => item.state === 'returned' && own(item))
  return [
    ...(await dated(engine, actor, 'returned', returned, ({ data }) => data.returnDueDate)),
    ...inState('draft', 'draft', own),
    ...(await attestations(engine, actor, working)),
    ...inState('review', 'coordinatorReview', (item) => plays('dpCoordinator', item)),
    ...inState('take', 'submitted', (item) => plays('dpCoordinator', item)),
    ...inState('register', 'dpoReview', (item) => plays('dpo', item)),
    ...working
      .filter((item) => item.proposed?.transition === 'refuse' && plays('dpo', item))
      .map((item) => taskOf('confirmRefusal', item)),
    ...(await kept(engine, actor, today)),
  ]
}

/** Tasks about what is in force: ends to confirm, reviews due, remarks without an answer. */
async function kept(engine: Engine, actor: Actor, today: string): Promise<Task[]> {
  const plays = rolePlayer(actor)
  const answers = (item: Summary): boolean =>
    item.data['contactPersonId'] === actor.personId || plays('unitManager', item)
  const isOfficer = actor.grants.some((grant) => grant.role === 'dpo')
  const officer = isOfficer ? await found(engine, actor, { waiting: ['end'] }) : []
  const remarked = await found(engine, actor, { waiting: ['remark'] })
  const due = await found(engine, actor, { dueBefore: [daysLater(today, noticeDays)] })
  return [
    ...officer.filter((item) => plays('dpo', item)).map((item) => taskOf('confirmEnd', item)),
    ...(await dated(engine, actor, 'remarkUnanswered', remarked.filter(answers), firstDueDate)),
    ...(await lateRemarks(
      engine,
      actor,
      remarked.filter((item) => plays('dpo', item) && !answers(item)),
      today,
    )),
    ...due.filter(answers).map((item) => taskOf('reviewDue', item, String(item.data['nextReviewDate'] ?? ''))),
  ]
}

/** Tasks with the day by which each is to be done, which the records tell and their rows do not. */
async function dated(
  engine: Engine,
  actor: Actor,
  what: TaskName,
  items: readonly Summary[],
  dueOf: (record: ActivityRecord) => string | undefined,
): Promise<Task[]> {
  const shown = await Promise.all(items.map((item) => engine.get(activity, item.id, actor)))
  return items.map((item, at) => taskOf(what, item, dueOf((shown[at] as Shown<ActivityData>).record)))
}

/** The first day by which a remark without an answer is to be answered. */
function firstDueDate({ remarks = [] }: ActivityRecord): string | undefined {
  return remarks
    .filter(({ answer, closedAt }) => !answer && !closedAt)
    .flatMap(({ dueDate }) => dueDate ?? [])
    .sort()[0]
}

/** The officer's own remarks whose answer should have come. */
async function lateRemarks(engine: Engine, actor: Actor, items: readonly Summary[], today: string): Promise<Task[]> {
  const tasks = await dated(engine, actor, 'remarkUnanswered', items, firstDueDate)
  return tasks.filter(({ due }) => due !== undefined && due < today)
}

async function attestations(engine: Engine, actor: Actor, working: readonly Summary[]): Promise<Task[]> {
  if (unitsOf(actor, 'unitManager').length === 0) return []
  const states = ['submitted', 'coordinatorReview', 'dpoReview']
  const candidates = working.filter((item) => states.includes(item.state)).slice(0, most)
  const records = await Promise.all(candidates.map((item) => engine.get(activity, item.id, actor)))
  return records
    .filter(
      ({ record }) => isManager(actor, record) && !record.data.managerAttestation && needsAttestation(record.data),
    )
    .flatMap(({ record }) => candidates.filter((item) => item.id === record.id))
    .map((item) => taskOf('attest', item))
}

function rolePlayer(actor: Actor): (role: string, item: Summary) => boolean {
  const units = new Map(['dpCoordinator', 'dpo', 'unitManager'].map((role) => [role, new Set(unitsOf(actor, role))]))
  return (role, item) => !!item.orgUnitId && !!units.get(role)?.has(item.orgUnitId)
}

async function found(engine: Engine, actor: Actor, filters: { [name: string]: readonly string[] }): Promise<Summary[]> {
  const items: Summary[] = []
  let cursor: string | undefined
  do {
    const page = await engine.list(activity, { filters, limit: most, ...(cursor && { cursor }) }, actor)
    items.push(...page.items)
    cursor = page.next
  } while (cursor && items.length < most)
  return items
}

function taskOf(what: TaskName, { id, number, orgUnitId, updatedAt, data }: Summary, due?: string): Task {
  const { name, submittedAt, registeredAt, findingCounts } = data as ActivityData
  const filed = what === 'draft' || what === 'returned'
  return {
    what,
    kind: 'activity',
    id,
    ...(number && { number }),
    name: name ?? '',
    ...(orgUnitId && { orgUnitId }),
    since: filed ? updatedAt : ((inForce.includes(what) ? registeredAt : submittedAt) ?? updatedAt),
    ...(due && { due }),
    ...(findingCounts && { findings: findingCounts }),
  }
}
