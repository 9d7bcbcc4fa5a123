import { unitsOf, type Actor } from '../register/actor.ts'
import type { Engine, Shown, Summary } from '../register/api.ts'
import { firstListed } from '../register/list/first-listed.ts'
import { activity } from './activity.ts'
import type { ActivityData } from './data.ts'
import { countFindings } from './findings.ts'
import type { Judge } from './judge.ts'
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
  'remarkAnswered',
] as const
export type TaskName = (typeof taskNames)[number]

/** Tasks about what is registered wait since it was; the others since they were sent in. */
const inForce: readonly TaskName[] = ['confirmEnd', 'remarkUnanswered', 'reviewDue']

/** Tasks of one sort that are shown; the lists show the rest. */
const most = 100
/** Days before a review is due that it is asked for. */
const noticeDays = 30

/** What waits for this person, most pressing first: their own notifications, then what their roles make them do. */
export async function tasksOf(engine: Engine, judge: Judge, actor: Actor, today: string): Promise<Task[]> {
  const read = reader(engine, actor)
  const working = await found(engine, actor, {
    state: ['draft', 'returned', 'submitted', 'coordinatorReview', 'dpoReview'],
  })
  const plays = rolePlayer(actor)
  const own = (item: Summary): boolean => item.data['initiatorId'] === actor.personId
  const inState = (what: TaskName, state: string, mine: (item: Summary) => boolean): Task[] =>
    working.filter((item) => item.state === state && mine(item)).map((item) => taskOf(what, item))
  const returned = working.filter((item) => item.state === 'returned' && own(item))
  const tasks = [
    ...(await Promise.all(
      returned.map(async (item) => taskOf('returned', item, { due: (await read(item.id)).data.returnDueDate })),
    )),
    ...inState('draft', 'draft', own),
    ...(await attestations(read, actor, working)),
    ...inState('review', 'coordinatorReview', (item) => !item.proposed && plays('dpCoordinator', item)),
    ...inState('take', 'submitted', (item) => plays('dpCoordinator', item)),
    ...inState('register', 'dpoReview', (item) => plays('dpo', item)),
    ...working
      .filter((item) => item.proposed?.transition === 'refuse' && plays('dpo', item))
      .map((item) => taskOf('confirmRefusal', item, { since: item.proposed?.at })),
    ...(await kept(engine, read, actor, today)),
  ]
  return judged(tasks, read, judge, actor)
}

/** The tasks with what is wrong with each record, counted as on its own page. */
async function judged(tasks: readonly Task[], read: Read, judge: Judge, actor: Actor): Promise<Task[]> {
  const ids = [...new Set(tasks.map(({ id }) => id))]
  const findings = await judge(await Promise.all(ids.map(read)), actor)
  const counts = new Map(ids.map((id, at) => [id, countFindings(findings[at] ?? [])]))
  return tasks.map((task) => ({ ...task, findings: counts.get(task.id) }))
}

/** Tasks about what is in force: ends to confirm, reviews due, remarks without an answer. */
async function kept(engine: Engine, read: Read, actor: Actor, today: string): Promise<Task[]> {
  const plays = rolePlayer(actor)
  const answers = (item: Summary): boolean =>
    item.data['contactPersonId'] === actor.personId || plays('unitManager', item)
  const isOfficer = actor.grants.some((grant) => grant.role === 'dpo')
  const officer = isOfficer ? await found(engine, actor, { waiting: ['end'] }) : []
  const answered = isOfficer ? await found(engine, actor, { waiting: ['answer'] }) : []
  const remarked = await found(engine, actor, { waiting: ['remark'] })
  const due = await found(engine, actor, { dueBefore: [daysLater(today, noticeDays)] })
  return [
    ...officer
      .filter((item) => plays('dpo', item))
      .map((item) => taskOf('confirmEnd', item, { since: item.proposed?.at })),
    ...(await answeredRemarks(
      read,
      answered.filter((item) => plays('dpo', item)),
    )),
    ...(await remarks(read, remarked.filter(answers))),
    ...(await lateRemarks(
      read,
      remarked.filter((item) => plays('dpo', item) && !answers(item)),
      today,
    )),
    ...due
      .filter(answers)
      .map((item) => taskOf('reviewDue', item, { due: String(item.data['nextReviewDate'] ?? '') || undefined })),
  ]
}

/** Records with a remark that nobody has answered: since the first was written, by the first day it should be answered. */
async function remarks(read: Read, items: readonly Summary[]): Promise<Task[]> {
  return Promise.all(
    items.map(async (item) => {
      const open = ((await read(item.id)).remarks ?? []).filter(({ answer, closedAt }) => !answer && !closedAt)
      const since = open.map(({ at }) => at).sort()[0]
      const due = open.flatMap(({ dueDate }) => dueDate ?? []).sort()[0]
      return taskOf('remarkUnanswered', item, { since, due })
    }),
  )
}

/** Remarks that have been answered and that the officer may close. */
async function answeredRemarks(read: Read, items: readonly Summary[]): Promise<Task[]> {
  return Promise.all(
    items.map(async (item) => {
      const open = ((await read(item.id)).remarks ?? []).filter(({ closedAt }) => !closedAt)
      const since = open.flatMap(({ answer }) => answer?.at ?? []).sort()[0]
      return taskOf('remarkAnswered', item, { since })
    }),
  )
}

/** The officer's own remarks whose answer should have come. */
async function lateRemarks(read: Read, items: readonly Summary[], today: string): Promise<Task[]> {
  return (await remarks(read, items)).filter(({ due }) => due !== undefined && due < today)
}

type Read = (id: string) => Promise<ActivityRecord>

/** Reads each record once, as this person may read it. */
function reader(engine: Engine, actor: Actor): Read {
  const known = new Map<string, Promise<ActivityRecord>>()
  return (id) => {
    const record =
      known.get(id) ?? engine.get(activity, id, actor).then((shown) => (shown as Shown<ActivityData>).record)
    known.set(id, record)
    return record
  }
}

async function attestations(read: Read, actor: Actor, working: readonly Summary[]): Promise<Task[]> {
  if (unitsOf(actor, 'unitManager').length === 0) return []
  const states = ['submitted', 'coordinatorReview', 'dpoReview']
  const candidates = working.filter((item) => states.includes(item.state)).slice(0, most)
  const records = await Promise.all(candidates.map((item) => read(item.id)))
  return records
    .filter((record) => isManager(actor, record) && !record.data.managerAttestation && needsAttestation(record.data))
    .flatMap((record) => candidates.filter((item) => item.id === record.id))
    .map((item) => taskOf('attest', item))
}

function rolePlayer(actor: Actor): (role: string, item: Summary) => boolean {
  const units = new Map(['dpCoordinator', 'dpo', 'unitManager'].map((role) => [role, new Set(unitsOf(actor, role))]))
  return (role, item) => !!item.orgUnitId && !!units.get(role)?.has(item.orgUnitId)
}

function found(engine: Engine, actor: Actor, filters: { [name: string]: readonly string[] }): Promise<Summary[]> {
  return firstListed(engine, activity, filters, actor, most)
}

function taskOf(
  what: TaskName,
  { id, number, orgUnitId, updatedAt, data }: Summary,
  { since, due }: { since?: string; due?: string } = {},
): Task {
  const { name, submittedAt, registeredAt } = data as ActivityData
  const filed = what === 'draft' || what === 'returned'
  return {
    what,
    kind: 'activity',
    id,
    ...(number && { number }),
    name: name ?? '',
    ...(orgUnitId && { orgUnitId }),
    since: since ?? (filed ? updatedAt : ((inForce.includes(what) ? registeredAt : submittedAt) ?? updatedAt)),
    ...(due && { due }),
  }
}
