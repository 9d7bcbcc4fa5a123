import { carryOutReorganisations } from '../assets/reorganisation/due-plans.ts'
import type { Core } from '../core.ts'
import { systemActor } from '../directory/directory.ts'
import { createFollowUp } from '../follow-up/work.ts'
import { pendingMail } from '../mail/mail.ts'
import type { Report } from '../mail/mail-deps.ts'
import type { Post } from '../mail/post.ts'
import { createMailSender } from '../mail/work.ts'
import { createNightly } from '../nightly/work.ts'
import { dayOf } from '../register/core.ts'
import type { ChangeFeed } from '../store/changes.ts'
import { createChangeFollower } from './follow-changes.ts'
import { createMailList } from './mail-list.ts'

const tickMs = 1000
/** The pass of the day reads a good deal: first the server answers those who wait for it. */
const firstNightMs = 10_000
const nightAgainMs = 15 * 60 * 1000

/** Follow-up work, mail and the nightly pass in the local server's own process, by the same handlers as on AWS. */
export interface Background {
  /** Does everything there is to do now. */
  settle(): Promise<void>
  /** Makes the pass of the day, unless it has been made. */
  night(): Promise<void>
  /** Goes on doing both until it is closed. */
  start(): void
  close(): Promise<void>
}

/** No post: a mail is settled in the store, where `/dev/mail` shows it. */
export const noPost: Post = { send: async () => {} }

/** @param nightly  more that is done once a night, after the pass */
export function createBackground(
  core: Core,
  options: { feed: ChangeFeed; origin: string; report: Report; post?: Post; nightly?(): Promise<void> },
): Background {
  const { feed, origin, report, post = noPost } = options
  const { store, now } = core.deps
  const newId = () => core.deps.newId('m')
  const list = createMailList()
  const sender = createMailSender(core, post, origin, report)
  const follower = createChangeFollower({
    store,
    feed,
    handler: createFollowUp(core, list, report),
    now,
    newId,
    report,
  })
  const pass = createNightly(core, report)
  const reorganise = () =>
    carryOutReorganisations({
      engine: core.deps.engine,
      now,
      actorOf: (id) => core.directory.actor(id, 'sv'),
      system: systemActor(),
      timeIsUp: () => closing,
    })
  let timer: NodeJS.Timeout | undefined
  let running: Promise<void> = Promise.resolve()
  let closing = false
  let night: { day?: string; againMs: number } | undefined

  async function settle(): Promise<void> {
    do {
      await list.drain(sender, Date.parse(now()))
    } while ((await follower.step()) && !closing)
    await list.drain(sender, Date.parse(now()))
  }

  async function makePass(): Promise<void> {
    const day = dayOf(now())
    night = { day, againMs: Date.now() + nightAgainMs }
    // First what moves records, since it decides who is told.
    const { plans, moved, refused } = await reorganise()
    if (plans > 0) report({ what: 'reorganised', plans, moved, refused })
    const outcome = await pass(() => !closing)
    if (outcome === 'faulty' || outcome === 'interrupted') return
    await options.nightly?.()
    night = { day, againMs: Infinity }
  }

  function isNightDue(): boolean {
    if (!night) return false
    return Date.now() > night.againMs || (night.day !== undefined && night.day !== dayOf(now()))
  }

  async function tick(): Promise<void> {
    try {
      await settle()
      if (isNightDue()) await makePass()
    } catch (error) {
      report({ what: 'backgroundFailed', error })
    }
    if (!closing) timer = setTimeout(run, tickMs).unref()
  }

  function run(): void {
    running = tick()
  }

  return {
    settle,
    night: makePass,
    start() {
      // What waited when the process ended was told of before: the list is in memory.
      night = { againMs: Date.now() + firstNightMs }
      running = store.query(pendingMail, { limit: 1000 }).then(async ({ items }) => {
        await list.send(items.map(({ sk }) => sk))
        await tick()
      })
    },
    async close() {
      closing = true
      clearTimeout(timer)
      await running
    },
  }
}
