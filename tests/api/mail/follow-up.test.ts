import { application } from '../../../functions/assets/application.ts'
import { systemActor } from '../../../functions/directory/directory.ts'
import { agreement } from '../../../functions/suppliers/agreement.ts'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { activeAgreement, agreementIn, moveAgreement, supplierIn } from '../../support/agreement.ts'
import { file, register } from '../../support/activity-flow.ts'
import { type Aftermath, openAftermath } from '../../support/aftermath.ts'
import { openTestApp, type TestApp } from '../../support/app.ts'

let app: TestApp
let after: Aftermath
beforeEach(async () => {
  app = await openTestApp()
  after = await openAftermath(app)
})
afterEach(() => app.close())

describe('what people are told of a notification', () => {
  it('goes to each at their turn, from the receipt to the decision', async () => {
    const flow = await file(app)
    expect(await after.told()).toEqual([])
    await flow.move('anmalare', 'submit')
    const { number } = flow.now()
    expect(await after.told()).toEqual([
      `anmalare receipt ${number}`,
      `chef attest ${number}`,
      `samordnare take ${number}`,
    ])
    await flow.move('samordnare', 'take')
    expect(await after.told()).toEqual([])
    await flow.move('samordnare', 'return', { comment: 'Vilka uppgifter?' })
    expect(await after.told()).toEqual([`anmalare returned ${number}`])
    await flow.move('anmalare', 'submit', { comment: 'Kompletterat.' })
    await flow.move('samordnare', 'take')
    await flow.move('chef', 'attest')
    await flow.move('samordnare', 'forward', { comment: 'Granskad.' })
    expect((await after.told()).filter((line) => !line.includes('receipt'))).toEqual([
      `chef attest ${number}`,
      `dso register ${number}`,
      `samordnare take ${number}`,
    ])
    await flow.move('dso', 'register', { comment: 'Åtgärda bristerna.' })
    expect(await after.told()).toEqual([`anmalare registered ${number}`, `chef registered ${number}`])
  })

  it('holds the number and a link and nothing else, in the language that the person chose', async () => {
    await app.store.commit([{ put: { pk: `language#${app.people['samordnare']}`, sk: 'head', body: 'en' } }], 'x')
    const flow = await file(app, { name: 'Hemlig behandling av uppgifter' })
    await flow.move('anmalare', 'submit')
    await after.told()
    const { number } = flow.now()
    expect(after.letters.map(({ subject }) => subject)).toEqual(after.letters.map(() => `Förteckna: ${number}`))
    expect(after.letters.map(({ text, link }) => text.replace(link, '')).join()).not.toMatch(
      /Hemlig|Lindkvist|attest|granska /,
    )
    const texts = new Set(after.letters.map(({ text, link }) => text.replace(link, '{link}')))
    expect(texts.size).toBe(2)
    expect([...texts].some((text) => text.startsWith('There is something to read or do'))).toBe(true)
    expect(after.letters.map(({ link }) => link.replace(flow.id, ':id')).sort()).toEqual([
      'https://forteckna.test/anmalningar/:id',
      'https://forteckna.test/attestera/:id',
      'https://forteckna.test/granska/:id',
    ])
  })

  it('names whoever is to confirm, and tells the proposer of a no', async () => {
    const flow = await file(app)
    await flow.move('anmalare', 'submit')
    await flow.move('samordnare', 'take')
    await after.told()
    await flow.move('samordnare', 'refuse', { data: { reason: 'notPersonalData' } })
    expect(await after.told()).toEqual([expect.stringMatching(/^dso confirmRefusal /)])
    await flow.move('dso', 'decline', { comment: 'Det är personuppgifter.' })
    expect(await after.told()).toEqual([expect.stringMatching(/^samordnare declined /)])
  })

  it('tells of a remark and of its answer', async () => {
    const flow = await file(app)
    await flow.move('anmalare', 'submit')
    await after.told()
    await flow.move('dso', 'remark', { data: { text: 'Ange lagrum.' } })
    expect(await after.told()).toEqual([
      expect.stringMatching(/^anmalare remark /),
      expect.stringMatching(/^chef remark /),
    ])
    const remarkId = flow.now().remarks[0].id
    await flow.move('chef', 'answerRemark', { data: { remarkId, text: 'Klart.' } })
    expect(await after.told()).toEqual([expect.stringMatching(/^dso remarkAnswered /)])
  })
})

describe('what people are told of agreements and suppliers', () => {
  it('is a checklist to confirm, a sub-processor to decide on, and what is handed over', async () => {
    const { id } = await agreementIn(app, { counterparty: 'Linden AB' })
    expect((await moveAgreement(app, id, 'avtal', 'sign')).body).toMatchObject({ state: 'signed' })
    const first = await after.told()
    expect(first).toContainEqual(expect.stringMatching(/^samordnare confirmChecklist /))
    const active = await activeAgreement(app, {
      counterparty: 'Linden AB',
      ownerId: app.people['chef'],
      objectionDays: 30,
      subProcessorMode: 'general',
    })
    await after.told()
    const listed = await moveAgreement(app, active.id, 'avtal', 'listSubProcessors', {
      subProcessors: [{ name: 'Molnet Ltd', country: 'US', task: 'Drift' }],
    })
    expect(listed.status).toBe(200)
    expect(await after.told()).toEqual([expect.stringMatching(/^chef decideSubProcessor /)])
  })

  it('is a change at a supplier that is to be assessed', async () => {
    const supplier = await supplierIn(app, { ownerId: app.people['chef'] })
    await after.told()
    const data = { ...supplier.data, changeEvents: [{ kind: 'location', at: '2026-11-01' }] }
    const path = `/api/suppliers/${supplier.id}`
    expect((await app.as('avtal').put(path, { data }, { 'If-Match': `"${supplier.revision}"` })).status).toBe(200)
    expect(await after.told()).toEqual([expect.stringMatching(/^chef assessChange L-/)])
  })
})

describe('what people are told of a system', () => {
  it('is that it is being phased out, when an activity in force uses it', async () => {
    const { engine } = app.core.deps
    const { record: asset } = await engine.create(application, { name: 'Journalen' }, systemActor(), {
      state: 'inOperation',
    })
    const flow = await register(app, { applicationIds: [asset.id] })
    await register(app)
    await after.told()
    const move = { transition: 'phaseOut', data: { exitDataPlan: 'Uppgifterna flyttas till arkivet.' } }
    await engine.transition(application, asset.id, asset.revision, move, systemActor())
    expect(await after.told()).toEqual([`anmalare systemLeaves ${asset.number}`])
    expect(after.letters.at(-1)?.link).toBe(`https://forteckna.test/tillgangar/system/${asset.id}`)
    expect(flow.now().state).toBe('registered')
  })
})

describe('what nobody is told of', () => {
  it('is what was read in: agreements that come into being signed, and what happened long ago', async () => {
    const { engine } = app.core.deps
    const data = {
      name: 'PUB-avtal',
      type: 'pub' as const,
      controllerOrgUnitIds: [app.units['halso-och-sjukvardsnamnden'] ?? ''],
    }
    await engine.create(agreement, { ...data, ownerId: app.people['avtal'] }, systemActor(), { state: 'signed' })
    const flow = await file(app)
    await flow.move('anmalare', 'submit')
    app.advance(15 * 24 * 60 * 60 * 1000)
    expect(await after.told()).toEqual([])
  })
})
