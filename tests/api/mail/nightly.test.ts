import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { createLoads } from '../../../functions/intake/loads.ts'
import { createFollowUp } from '../../../functions/follow-up/work.ts'
import { createChangeFollower } from '../../../functions/local/follow-changes.ts'
import { NotSent } from '../../../functions/mail/post.ts'
import { createNightly } from '../../../functions/nightly/work.ts'
import { activeAgreement, agreementIn, changeAgreement, moveAgreement, supplierIn } from '../../support/agreement.ts'
import { file, register } from '../../support/activity-flow.ts'
import { type Aftermath, openAftermath, waitingMails } from '../../support/aftermath.ts'
import { openTestApp, type TestApp } from '../../support/app.ts'

const dayMs = 24 * 60 * 60 * 1000

let app: TestApp
let after: Aftermath
beforeEach(async () => {
  app = await openTestApp()
  after = await openAftermath(app)
})
afterEach(() => app.close())

/** Nights that go by, each with its pass; answers what was told, by night. */
async function nights(
  count: number,
  made: (night: number) => boolean = () => true,
): Promise<{ [night: number]: string[] }> {
  const told: { [night: number]: string[] } = {}
  for (let night = 1; night <= count; night++) {
    app.advance(dayMs)
    const mails = made(night) ? await after.toldAtNight() : []
    if (mails.length > 0) told[night] = mails
  }
  return told
}

describe('what the night reminds of', () => {
  it('is a returned notification: a week before it is due, and the day after', async () => {
    const flow = await file(app)
    await flow.move('anmalare', 'submit')
    await flow.move('samordnare', 'take')
    await flow.move('samordnare', 'return', { comment: 'Vilka uppgifter?' })
    await after.told()
    const { number } = flow.now()
    expect(await nights(20)).toEqual({
      7: [`anmalare returnedSoon ${number}`],
      15: [`anmalare returnedLate ${number}`],
    })
  })

  it('is a review that is due in a month, and one that is late', async () => {
    const flow = await register(app)
    await after.told()
    const { number } = flow.now()
    app.advance(330 * dayMs)
    expect(await after.toldAtNight()).toEqual([])
    expect(await nights(40)).toEqual({
      5: [`anmalare reviewDue ${number}`, `chef reviewDue ${number}`],
      36: [`anmalare reviewLate ${number}`, `chef reviewLate ${number}`, `samordnare reviewLate ${number}`],
    })
  })

  it('is the last day of notice, the end, an objection, an assessment, a follow-up and a certificate', async () => {
    const dates = { validTo: '2027-03-01', noticeMonths: 2, nextFollowUpAt: '2026-12-10', objectionDays: 20 }
    const { id, number } = await activeAgreement(app, { counterparty: 'Linden AB', ...dates })
    await moveAgreement(app, id, 'avtal', 'listSubProcessors', {
      subProcessors: [{ name: 'Molnet Ltd', country: 'US', task: 'Drift' }],
    })
    const own = { ownerId: app.people['chef'], nextFollowUpAt: '2026-12-20' }
    const certified = { certifications: [{ name: 'ISO 27001', validTo: '2027-01-10' }] }
    const supplier = await supplierIn(app, { ...own, ...certified })
    await after.told()
    const told = await nights(60)
    expect(told).toEqual({
      5: [`avtal followUp ${number}`],
      11: [`avtal giveNotice ${number}`],
      10: [`avtal agreementEnds ${number}`],
      13: [`avtal decideSubProcessor ${number}`],
      15: [`chef followUp ${supplier.number}`],
      20: [`chef certificate ${supplier.number}`],
      46: [`avtal assessChange ${number}`],
    })
  })

  it('is the notice of an agreement that renews itself, again at each renewal', async () => {
    const dates = {
      validFrom: '2026-01-15',
      validTo: '2027-01-14',
      noticeMonths: 1,
      renewal: 'tacit' as const,
      renewalMonths: 12,
    }
    const { number } = await activeAgreement(app, { counterparty: 'Linden AB', ...dates })
    await after.told()
    expect(await nights(25)).toEqual({ 1: [`avtal giveNotice ${number}`] })
    app.advance(340 * dayMs)
    expect(await after.toldAtNight()).toEqual([`avtal giveNotice ${number}`])
  })

  it('is a feed that has fallen silent, once for each silence', async () => {
    const loads = createLoads(app.store, () => app.core.deps.newId('t'), app.core.deps.now)
    const load = async (name: string) => {
      const counts = { named: 10, held: false, unseen: 0, seenAgain: 0 }
      await loads.know('skanning')
      await loads.end({ source: 'skanning', load: name, completedAt: app.core.deps.now(), ...counts })
    }
    for (const name of ['a', 'b', 'c', 'd']) {
      await load(name)
      expect(await nights(1)).toEqual({})
    }
    expect(await nights(10)).toEqual({ 2: ['it feedSilent -'] })
    await load('e')
    await load('f')
    const silent = () => after.lines.filter(({ what }) => what === 'feedSilent').map(({ days }) => days)
    expect(silent()).toEqual([3, 4, 5, 6, 7, 8, 9, 10, 11])
    expect(await nights(9)).toEqual({ 3: ['it feedSilent -'] })
  })
})

describe('a night that does not go as planned', () => {
  it('is made up for by the next one, also when the day itself has passed', async () => {
    const { number } = await activeAgreement(app, { counterparty: 'Linden AB', validTo: '2027-04-20', noticeMonths: 3 })
    await after.told()
    expect(await nights(1)).toEqual({})
    // Until the 20th of January there is time to give notice; both reminders fall into the nights that are missed.
    expect(await nights(71, (night) => night > 70)).toEqual({
      71: [`avtal agreementEnds ${number}`, `avtal giveNotice ${number}`],
    })
  })

  it('tells once when it is called twice at the same time, and again and again', async () => {
    const flow = await file(app)
    await flow.move('anmalare', 'submit')
    await flow.move('samordnare', 'take')
    await flow.move('samordnare', 'return', { comment: 'Vilka uppgifter?' })
    await after.told()
    app.advance(7 * dayMs)
    const pass = createNightly(app.core, () => {})
    const outcomes = await Promise.all(Array.from({ length: 4 }, () => pass(() => true)))
    expect(new Set(outcomes)).toEqual(new Set(['done']))
    expect(await pass(() => true)).toBe('earlier')
    expect(await after.told()).toEqual([`anmalare returnedSoon ${flow.now().number}`])
  })

  it('goes on where it was stopped', async () => {
    const { number } = await agreementIn(app, { counterparty: 'Linden AB', validTo: '2027-01-31', noticeMonths: 1 })
    const { number: other } = await activeAgreement(app, { counterparty: 'Linden AB', validTo: '2027-01-31' })
    await after.told()
    const pass = createNightly(app.core, () => {})
    let calls = 0
    for (let outcome = 'interrupted'; outcome === 'interrupted'; calls++) {
      let pages = 2
      outcome = await pass(() => pages-- > 0)
      if (calls > 50) throw new Error('the pass gets nowhere')
    }
    expect(calls).toBeGreaterThan(5)
    expect(await after.told()).toEqual([`avtal agreementEnds ${other}`])
    expect(number).not.toBe(other)
  })

  it('reminds of a day that is moved once more, and of the old day not at all', async () => {
    const { id, number } = await activeAgreement(app, { counterparty: 'Linden AB', nextFollowUpAt: '2026-12-10' })
    await after.told()
    expect(await nights(6)).toEqual({ 5: [`avtal followUp ${number}`] })
    await changeAgreement(app, id, { nextFollowUpAt: '2026-12-20' })
    expect(await nights(12)).toEqual({ 9: [`avtal followUp ${number}`] })
  })

  it('follows a change whose event was lost', async () => {
    const flow = await file(app)
    await flow.move('anmalare', 'submit')
    await flow.move('samordnare', 'take')
    await flow.move('samordnare', 'return', { comment: 'Vilka uppgifter?' })
    app.changes.forget(Number.MAX_SAFE_INTEGER)
    const told = await after.toldAtNight()
    const { number } = flow.now()
    expect(told).toEqual([
      `anmalare receipt ${number}`,
      `anmalare returned ${number}`,
      `chef attest ${number}`,
      `samordnare take ${number}`,
    ])
    expect(await nights(3)).toEqual({})
  })

  it('tells again of a mail that got lost on its way to the queue', async () => {
    const flow = await file(app)
    await flow.move('anmalare', 'submit')
    await createStreamless(app).settle()
    expect(await waitingMails(app)).toHaveLength(3)
    expect(await nights(1)).toEqual({ 1: expect.arrayContaining([expect.stringMatching(/^anmalare receipt /)]) })
    expect(await waitingMails(app)).toEqual([])
  })

  it('gives up a mail that nobody could send for a week, and says so', async () => {
    const silent = await openAftermath(app, { send: () => Promise.reject(new NotSent('paused')) })
    const flow = await file(app)
    await flow.move('anmalare', 'submit')
    expect(await silent.told()).toEqual([])
    app.advance(8 * dayMs)
    expect(await silent.toldAtNight()).toContainEqual(expect.stringMatching(/^anmalare receipt B-2026-0001 givenUp$/))
    expect(silent.lines).toContainEqual(expect.objectContaining({ what: 'mailGivenUp' }))
  })
})

/** A follow-up worker whose hand-overs to the queue get lost. */
function createStreamless({ core, changes }: TestApp) {
  const lossy = { send: async () => [] }
  const { store, now } = core.deps
  const handler = createFollowUp(core, lossy, () => {})
  const follower = createChangeFollower({ store, feed: changes, handler, now, newId: () => 'x', report: () => {} })
  return {
    settle: async () => {
      while (await follower.step());
    },
  }
}
