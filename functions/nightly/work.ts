import type { ReadingCore } from '../reading-core.ts'
import type { Report } from '../mail/mail-deps.ts'
import { createRoster } from '../mail/roster.ts'
import { assertWhole, type PassOutcome, runPass } from './pass.ts'
import { nightSteps } from './steps.ts'

/** The nightly pass over a register: the same on AWS and on a machine of one's own. `mayGoOn` is asked before each page. */
export function createNightly(
  { deps, directory }: ReadingCore,
  report: Report,
): (mayGoOn: () => boolean) => Promise<PassOutcome> {
  const { store, engine, now } = deps
  return (mayGoOn) => {
    const roster = createRoster({ engine, directory, now })
    const night = { store, directory, now, newId: () => deps.newId('m'), roster, report }
    return runPass(night, nightSteps, mayGoOn)
  }
}

/** Time that is left unused at the end of a call, so that a page under way is done. */
const marginMs = 60_000

/** The handler of the schedule, whose event says nothing: the time is the clock's. Throws when the pass met faults. */
export function createNightHandler(
  core: ReadingCore,
  report: Report,
): (event: unknown, context: { getRemainingTimeInMillis(): number }) => Promise<{ outcome: PassOutcome }> {
  const pass = createNightly(core, report)
  return async (_event, context) => assertWhole(await pass(() => context.getRemainingTimeInMillis() > marginMs))
}
