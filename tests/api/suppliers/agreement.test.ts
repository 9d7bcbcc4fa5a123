import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import {
  activeAgreement,
  agreementIn,
  changeAgreement,
  moveAgreement,
  moved,
  supplierIn,
  wholeArt28,
} from '../../support/agreement.ts'
import { openTestApp, type TestApp } from '../../support/app.ts'

let app: TestApp
let supplierId: string
beforeAll(async () => {
  app = await openTestApp()
  supplierId = (await supplierIn(app)).id
})
afterAll(() => app.close())

const read = async (id: string, userId = 'avtal') => (await app.as(userId).get(`/api/agreements/${id}`)).body
const rules = (body: { findings: { rule: string }[] }) => body.findings.map(({ rule }) => rule)
const pointers = (body: { missing: { pointer: string }[] }) => body.missing.map(({ pointer }) => pointer)

describe('a PUB-avtal on its way', () => {
  test('is signed when its diary number and day are there', async () => {
    const { id } = await agreementIn(app, { supplierId, diaryNumber: undefined, signedAt: undefined })
    await moved(await moveAgreement(app, id, 'avtal', 'negotiate'))
    const refused = await moveAgreement(app, id, 'avtal', 'sign')
    expect([refused.status, pointers(refused.body)]).toEqual([409, ['/diaryNumber', '/signedAt']])
    expect(refused.body.missing.every(({ detail }: { detail: string }) => detail.endsWith('.'))).toBe(true)
    expect(pointers(await read(id))).toEqual(['/diaryNumber', '/signedAt'])
    await moved(await changeAgreement(app, id, { diaryNumber: 'HSN 2026/9', signedAt: '2026-12-24' }))
    expect(pointers((await moveAgreement(app, id, 'avtal', 'sign')).body)).toEqual(['/signedAt'])
    await moved(await changeAgreement(app, id, { signedAt: '2026-11-20' }))
    expect(moved(await moveAgreement(app, id, 'avtal', 'sign')).state).toBe('signed')
  })

  test('becomes active when all of DSF 28.3 is there and a coordinator of the controller has confirmed it', async () => {
    const { id } = await agreementIn(app, { supplierId, art28: { ...wholeArt28, g: false, h: undefined } })
    await moved(await moveAgreement(app, id, 'avtal', 'sign'))
    expect(pointers((await moveAgreement(app, id, 'avtal', 'activate')).body)).toEqual([
      '/art28/g',
      '/art28/h',
      '/checklistConfirmation',
    ])
    expect(pointers((await moveAgreement(app, id, 'samordnare', 'confirmChecklist')).body)).toEqual([
      '/art28/g',
      '/art28/h',
    ])
    await moved(
      await changeAgreement(app, id, {
        art28: wholeArt28,
        art28Notes: { g: { clause: '14.2', comment: 'Inom 30 dagar.' } },
      }),
    )
    expect((await moveAgreement(app, id, 'avtal', 'confirmChecklist')).status).toBe(403)
    expect((await moveAgreement(app, id, 'ida.kvist', 'confirmChecklist')).status).toBe(404)
    const confirmed = moved(await moveAgreement(app, id, 'samordnare', 'confirmChecklist'))
    expect(confirmed.data.checklistConfirmation.by).toBe(app.people['samordnare'])
    expect(confirmed.state).toBe('signed')
    expect(moved(await moveAgreement(app, id, 'avtal', 'activate'))).toMatchObject({
      state: 'active',
      status: 'active',
    })
  })

  test('loses the coordinator’s word when the checklist changes', async () => {
    const { id } = await agreementIn(app, { supplierId })
    await moved(await moveAgreement(app, id, 'samordnare', 'confirmChecklist'))
    const same = moved(await changeAgreement(app, id, { notes: 'Utan betydelse' }))
    expect(same.data.checklistConfirmation).toBeDefined()
    const changed = moved(await changeAgreement(app, id, { art28Notes: { a: { clause: '3' } } }))
    expect(changed.data.checklistConfirmation).toBeUndefined()
  })

  test('holds its terms while it binds, lets the rest be kept in order, and changes by amending', async () => {
    const { id } = await activeAgreement(app, { supplierId })
    const refused = await changeAgreement(app, id, { validTo: '2030-12-31' })
    expect(refused.status).toBe(422)
    expect(refused.body.errors).toMatchObject([{ pointer: '/validTo', code: 'settled' }])
    expect((await changeAgreement(app, id, { nextFollowUpAt: '2027-05-01', commercialNotes: '1,2 mkr' })).status).toBe(
      200,
    )
    await moved(await moveAgreement(app, id, 'avtal', 'amend'))
    await moved(await changeAgreement(app, id, { validTo: '2030-12-31' }))
    const again = moved(await moveAgreement(app, id, 'avtal', 'activate'))
    expect([again.state, again.data.validTo]).toEqual(['active', '2030-12-31'])
  })

  test('ends on the day notice was given to, and is closed when the data are back', async () => {
    const { id } = await activeAgreement(app, { supplierId })
    expect(pointers((await moveAgreement(app, id, 'avtal', 'terminate')).body)).toEqual(['/terminationAt'])
    expect(
      pointers((await moveAgreement(app, id, 'avtal', 'terminate', { terminationAt: '2020-01-01' })).body),
    ).toEqual(['/terminationAt'])
    const ended = moved(await moveAgreement(app, id, 'avtal', 'terminate', { terminationAt: '2026-03-31' }))
    expect(ended).toMatchObject({ state: 'terminated', lastDay: '2026-03-31' })
    expect(ended.findings).toMatchObject([{ rule: 'SU-12', severity: 'H' }])
    expect(pointers((await moveAgreement(app, id, 'avtal', 'close')).body)).toEqual(['/dataReturn/confirmedAt'])
    const dataReturn = { choice: 'deleted', confirmedAt: '2026-04-15', ref: 'Intyg 4' }
    expect(rules(moved(await moveAgreement(app, id, 'avtal', 'confirmDataReturn', dataReturn)))).toEqual([])
    expect(moved(await moveAgreement(app, id, 'avtal', 'close')).state).toBe('closed')
  })

  test('is renewed to a later day while it binds, and not once notice has been given', async () => {
    const { id } = await activeAgreement(app, { supplierId, validTo: '2027-01-31', renewal: 'express' })
    expect(pointers((await moveAgreement(app, id, 'avtal', 'renew')).body)).toEqual(['/validTo'])
    const early = await moveAgreement(app, id, 'avtal', 'renew', { validTo: '2027-01-31' })
    expect(early.body.missing[0].detail).toBe('Avtalet gäller redan till 31 januari 2027. Ange en senare dag.')
    expect((await moveAgreement(app, id, 'samordnare', 'renew', { validTo: '2028-01-31' })).status).toBe(403)
    const renewed = moved(await moveAgreement(app, id, 'avtal', 'renew', { validTo: '2028-01-31' }))
    expect(renewed).toMatchObject({ state: 'active', status: 'active', lastDay: '2028-01-31' })
    expect(renewed.data.checklistConfirmation).toBeDefined()
    await moved(await moveAgreement(app, id, 'avtal', 'terminate', { terminationAt: '2027-06-30' }))
    expect((await moveAgreement(app, id, 'avtal', 'renew', { validTo: '2029-01-31' })).status).toBe(409)
  })

  test('is not closed while it is in force', async () => {
    const { id } = await activeAgreement(app, { supplierId, type: 'service', art28: undefined })
    expect(pointers((await moveAgreement(app, id, 'avtal', 'close')).body)).toEqual(['/terminationAt'])
  })

  test('says what its dates make of it today, and the last day to give notice', async () => {
    const { id } = await activeAgreement(app, {
      supplierId,
      validTo: '2027-01-31',
      noticeMonths: 3,
      renewal: 'express',
    })
    expect(await read(id)).toMatchObject({
      state: 'active',
      status: 'expiring',
      lastDay: '2027-01-31',
      lastNoticeDay: '2026-10-31',
    })
    const list = (await app.as('avtal').get('/api/agreements?limit=200')).body.items
    expect(list.find((item: { id: string }) => item.id === id).data.status).toBe('expiring')
  })
})

describe('an agreement that cannot be', () => {
  test.each([
    [{ validFrom: '2026-05-01', validTo: '2026-04-30' }, '/validTo', 'end-before-start'],
    [{ terminationAt: '2026-01-01' }, '/terminationAt', 'end-before-start'],
    [{ controllerOrgUnitIds: [] }, '/controllerOrgUnitIds', 'too-few'],
    [{ type: 'handshake' }, '/type', 'unknown-code'],
    [{ supplierId: 'sup_1' }, '/supplierId', 'dangling-reference'],
    [{ instruction: { dataCategories: ['shoeSize'] } }, '/instruction/dataCategories/0', 'unknown-code'],
    [{ instruction: { locations: ['XX'] } }, '/instruction/locations/0', 'unknown-code'],
    [{ notes: '19811218-9876' }, '/notes', 'national-id'],
    [{ noticeMonths: -1 }, '/noticeMonths', 'too-small'],
    [{ subProcessors: [{ name: 'Moln AB' }, { name: 'MOLN' }] }, '/subProcessors/1/name', 'twice'],
    [
      {
        subProcessors: [
          { name: 'A', parentName: 'B' },
          { name: 'B', parentName: 'A' },
        ],
      },
      '/subProcessors/0/parentName',
      'circle',
    ],
    [{ price: 4 }, '/price', 'unknown-field'],
  ])('is refused: %j', async (wrong, pointer, code) => {
    const data = {
      name: 'Fel avtal',
      controllerOrgUnitIds: [app.units['regionstyrelsen']],
      validFrom: '2026-02-01',
      ...wrong,
    }
    const { status, body } = await app.as('avtal').post('/api/agreements', { data })
    expect(status).toBe(422)
    expect(body.errors[0]).toMatchObject({ pointer, code })
  })

  test('may not be its own parent, nor its parent’s', async () => {
    const [top, middle, low] = [
      await agreementIn(app, { type: 'service', name: 'Ramavtal' }),
      await agreementIn(app, { type: 'service', name: 'Tjänsteavtal' }),
      await agreementIn(app, { name: 'PUB-avtal' }),
    ].map(({ id }) => id)
    expect((await changeAgreement(app, top, { parentAgreementId: top })).body.errors).toMatchObject([
      { code: 'circle' },
    ])
    await moved(await changeAgreement(app, middle, { parentAgreementId: top }))
    await moved(await changeAgreement(app, low, { parentAgreementId: middle }))
    const refused = await changeAgreement(app, top, { parentAgreementId: low })
    expect([refused.status, refused.body.errors]).toMatchObject([
      422,
      [{ pointer: '/parentAgreementId', code: 'circle' }],
    ])
  })
})

describe('what is wrong with an agreement', () => {
  test('follows from its parent, its dates and its follow-ups, and goes when they are mended', async () => {
    const parent = await activeAgreement(app, { supplierId, type: 'service', art28: undefined, name: 'Tjänsteavtal' })
    const { id } = await activeAgreement(app, { supplierId, nextFollowUpAt: '2026-11-20' })
    expect(rules(await read(id))).toEqual(expect.arrayContaining(['SU-05', 'SU-09']))
    await moved(await changeAgreement(app, id, { parentAgreementId: parent.id }))
    const followed = moved(await moveAgreement(app, id, 'avtal', 'followUp', { nextFollowUpAt: '2027-11-20' }))
    expect(rules(followed)).not.toContain('SU-05')
    expect(rules(followed)).not.toContain('SU-09')
    expect(followed.data.lastFollowUpAt).toBe('2026-11-21')
    expect(rules(await read(parent.id))).toEqual([])
  })

  test('is graver at a supplier that is critical', async () => {
    const critical = await supplierIn(app, { name: 'Kritisk AB', criticality: 'high', lastFollowUpAt: '2026-10-01' })
    const { id } = await activeAgreement(app, { supplierId: critical.id, nextFollowUpAt: '2026-11-20' })
    expect((await read(id)).findings).toContainEqual(expect.objectContaining({ rule: 'SU-09', severity: 'H' }))
  })

  test('includes another PUB-avtal in force for the same pair', async () => {
    const other = await supplierIn(app, { name: 'Dubbel AB' })
    const first = await activeAgreement(app, { supplierId: other.id, name: 'PUB-avtal ett' })
    expect(rules(await read(first.id))).not.toContain('SU-17')
    const second = await activeAgreement(app, { supplierId: other.id, name: 'PUB-avtal två' })
    expect((await read(first.id)).findings.find(({ rule }: { rule: string }) => rule === 'SU-17').detail).toContain(
      'PUB-avtal två',
    )
    await moved(await moveAgreement(app, second.id, 'avtal', 'terminate', { terminationAt: '2026-11-01' }))
    expect(rules(await read(first.id))).not.toContain('SU-17')
  })

  test('is told in English to who reads English', async () => {
    const { id } = await activeAgreement(app, { supplierId })
    const answer = await app.as('dso').get(`/api/agreements/${id}`, { 'Accept-Language': 'en' })
    expect(answer.body.findings[0].detail).toMatch(/agreement/)
  })
})

describe('commercial notes', () => {
  test('are for those who answer for the agreement', async () => {
    const { id } = await agreementIn(app, { supplierId, commercialNotes: 'Rabatt 12 procent' })
    expect((await read(id, 'avtal')).data.commercialNotes).toBe('Rabatt 12 procent')
    expect((await read(id, 'samordnare')).data.commercialNotes).toEqual({ secrecy: 'OSL 31:16' })
  })
})
