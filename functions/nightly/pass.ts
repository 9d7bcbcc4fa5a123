import { addDays } from '../processing/calendar.ts'
import type { FollowDeps } from '../follow-up/follow.ts'
import type { Party } from '../follow-up/party.ts'
import { people } from '../follow-up/follow.ts'
import { type Notice, putOut } from '../mail/outbox.ts'
import type { MailName } from '../mail/mail.ts'
import { dayOf } from '../register/core.ts'
import type { Directory } from '../directory/directory.ts'
import type { Store } from '../store/store.ts'

export interface NightDeps extends FollowDeps {
  directory: Directory
}

/** What a step knows of the night. */
export interface Night extends NightDeps {
  /** `YYYY-MM-DD`, Swedish time. */
  today: string
  /** The day of the last pass that was whole, or today: what has come due since then is looked at too. */
  since: string
  /** One row that failed; the others are gone on with, and the pass is made again. */
  fault(error: unknown, about: string): void
}

/** A part of the pass: handles one page of what it walks and answers where to go on, undefined at its end. */
export interface NightStep {
  name: string
  page(night: Night, after: string | undefined): Promise<string | undefined>
}

interface Position {
  step: number
  after?: string
  faults: number
  done?: boolean
}

export type PassOutcome = 'done' | 'earlier' | 'interrupted' | 'faulty'

const keptDays = 100
const key = (sk: string) => ({ pk: 'nightly', sk })

/**
 * Makes the pass of the day, or goes on with it where an earlier call stopped; a day's pass that is whole is not made again. Nothing
 * depends on it running every night, once, or alone: what it does is done once for each due day, and it looks back to the last
 * whole pass. A pass with faults starts over at the next call.
 * @param mayGoOn  whether there is time for another page
 */
export async function runPass(
  deps: NightDeps,
  steps: readonly NightStep[],
  mayGoOn: () => boolean,
): Promise<PassOutcome> {
  const { store, report } = deps
  const today = dayOf(deps.now())
  const last = (await store.get(key('last')))?.body as { day: string } | undefined
  const since = last && last.day < today ? last.day : today
  const position = await positionOf(store, today)
  if (position.done) return 'earlier'
  const fault = (error: unknown, about: string): void => {
    position.faults++
    report({ what: 'nightlyFailed', about, error })
  }
  const night: Night = { ...deps, today, since, fault }
  while (position.step < steps.length) {
    if (!mayGoOn()) return 'interrupted'
    const step = steps[position.step] as NightStep
    const next = await step.page(night, position.after).catch((error: unknown) => {
      fault(error, step.name)
      return undefined
    })
    if (next === undefined) position.step++
    await save(deps, today, position, next)
  }
  const { faults } = position
  report({ what: faults > 0 ? 'passFaulty' : 'passDone', day: today, faults })
  await close(deps, today, faults)
  return faults > 0 ? 'faulty' : 'done'
}

/** Answers what became of a pass; throws for one with faults, so that who called it sees that it failed. */
export function assertWhole(outcome: PassOutcome): { outcome: PassOutcome } {
  if (outcome === 'faulty') throw new Error('the nightly pass met faults; the next call makes it again')
  return { outcome }
}

/** Tells people of a due day, once. */
export async function remind(
  night: Night,
  notice: Omit<Notice, 'to' | 'what'> & { what: MailName },
  parties: readonly Party[],
): Promise<void> {
  try {
    const to = await people(night.roster, parties)
    if (to.length > 0) await putOut(night, { ...notice, to })
  } catch (error) {
    night.fault(error, `${notice.what} ${notice.record.id}`)
  }
}

/** Days of one sort of reminder that are looked at tonight, both included; -1 day of lead is the day after. */
export function windowOf({ today, since }: Pick<Night, 'today' | 'since'>, leadDays: number) {
  return leadDays < 0
    ? { from: addDays(since, -lateDays), to: addDays(today, leadDays) }
    : { from: since, to: addDays(today, leadDays) }
}

/** Something that was late longer ago than this when it was written down is not reminded of. */
const lateDays = 60

async function positionOf(store: Store, today: string): Promise<Position> {
  const found = (await store.get(key(`pass#${today}`)))?.body as unknown as Position | undefined
  return found ? { ...found } : { step: 0, faults: 0 }
}

async function save({ store, newId, now }: NightDeps, today: string, position: Position, after: string | undefined) {
  if (after === undefined) delete position.after
  else position.after = after
  const expiresAt = Math.floor(Date.parse(now()) / 1000) + keptDays * 24 * 60 * 60
  await store.commit([{ put: { ...key(`pass#${today}`), body: { ...position }, expiresAt } }], newId())
}

async function close(deps: NightDeps, today: string, faults: number): Promise<void> {
  const start: Position = { step: 0, faults: 0 }
  await save(deps, today, faults > 0 ? start : { ...start, done: true }, undefined)
  if (faults === 0) await deps.store.commit([{ put: { ...key('last'), body: { day: today } } }], deps.newId())
}
