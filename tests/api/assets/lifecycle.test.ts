import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { supplierIn } from '../../support/agreement.ts'
import { openTestApp, type TestApp } from '../../support/app.ts'
import { type Asset, change, createAsset, lacking, move } from './record.ts'

let product: TestApp
let placed: { usingOrgUnitIds: string[]; responsiblePersonId: string }
beforeAll(async () => {
  product = await openTestApp()
  placed = {
    usingOrgUnitIds: [product.units['hjartmottagningen']!],
    responsiblePersonId: product.people['eva.lindgren']!,
  }
})
afterAll(() => product.close())

const analysed = { riskAnalysisIds: [{ diaryNumber: 'RD 2026-12', date: '2026-03-01', type: 'medicalDevice' }] }
const approved = () => ({ connectionApproval: { by: product.people['it'], at: '2026-03-02' } })
const equipment = (data: object) => createAsset(product, 'it', '/api/equipment', { name: 'Dator', ...data })
const device = (data: object) => createAsset(product, 'mt', '/api/medical-devices', { name: 'Pump', ...data })

describe('equipment', () => {
  test('has unit and responsible before it is introduced', async () => {
    const asset = await equipment({})
    expect(lacking(await move(product, 'it', asset, 'introduce'))).toEqual(['/usingOrgUnitIds', '/responsiblePersonId'])
    await change(product, 'it', asset, placed)
    expect((await move(product, 'it', asset, 'introduce')).body.state).toBe('introduction')
  })

  test('of a unit that is not there is told so, not that one may not', async () => {
    const data = { name: 'Dator', usingOrgUnitIds: ['org_01JZZZZZZZZZZZZZZZZZZZZZZZ'] }
    const { status, body } = await product.as('it').post('/api/equipment', { data })
    expect(status).toBe(422)
    expect(body.errors).toMatchObject([{ pointer: '/usingOrgUnitIds/0', code: 'dangling-reference' }])
  })

  test('is connected only with an approval', async () => {
    const asset = await equipment({ ...placed, connectedToNetwork: true })
    await move(product, 'it', asset, 'introduce')
    expect(lacking(await move(product, 'it', asset, 'putInOperation'))).toEqual(['/connectionApproval'])
    await change(product, 'it', asset, approved())
    const { body } = await move(product, 'it', asset, 'putInOperation')
    expect(body).toMatchObject({ state: 'inOperation', data: { inServiceAt: '2026-11-21' } })
  })

  test('is disposed of only when its media are proven destroyed', async () => {
    const asset = await equipment(placed)
    await move(product, 'it', asset, 'decommission')
    expect(lacking(await move(product, 'it', asset, 'dispose'))).toEqual(['/hasStorageMedia'])
    expect(lacking(await move(product, 'it', asset, 'dispose', { hasStorageMedia: true }))).toEqual([
      '/disposal/method',
      '/disposal/at',
      '/disposal/by',
      '/disposal/certificateRef',
    ])
    const proof = { method: 'shredded', at: '2026-11-20', by: product.people['it'] }
    const half = await move(product, 'it', asset, 'dispose', { hasStorageMedia: true, disposal: proof })
    expect(lacking(half)).toEqual(['/disposal/certificateRef'])
    const whole = await move(product, 'it', asset, 'dispose', {
      hasStorageMedia: true,
      disposal: { ...proof, certificateRef: 'INTYG 77' },
    })
    expect(whole.body).toMatchObject({ state: 'disposed', data: { disposal: { certificateRef: 'INTYG 77' } } })
    expect((await change(product, 'it', asset, { notes: 'för sent' })).status).toBe(409)
  })

  test('does not call media none when it has them', async () => {
    const asset = await equipment({ ...placed, hasStorageMedia: true, disposal: { method: 'noMedia' } })
    await move(product, 'it', asset, 'decommission')
    expect(lacking(await move(product, 'it', asset, 'dispose'))).toContain('/disposal/method')
  })

  test('without media is disposed of at once, but only when decommissioned', async () => {
    const asset = await equipment({ ...placed, hasStorageMedia: false })
    expect((await move(product, 'it', asset, 'dispose')).body.code).toBe('transition-refused')
    await move(product, 'it', asset, 'decommission')
    expect((await move(product, 'it', asset, 'dispose')).body.state).toBe('disposed')
  })

  test.each([[undefined], ['unknown'], ['yes']])(
    'is missing with an incident when personal data is %s',
    async (personalData) => {
      const asset = await equipment({ ...placed, ...(personalData && { personalData }) })
      expect(lacking(await move(product, 'it', asset, 'reportMissing'))).toEqual(['/incidentRefs'])
      const incident = { system: 'Avvikelser', ref: 'AVV-12', date: '2026-11-20' }
      const { body } = await move(product, 'it', asset, 'reportMissing', { incident })
      expect(body).toMatchObject({ state: 'missing', data: { incidentRefs: [incident], stateBefore: 'planned' } })
      expect((await move(product, 'it', asset, 'recover')).body.state).toBe('planned')
    },
  )

  test('is missing without an incident when it holds no personal data', async () => {
    const asset = await equipment({ ...placed, personalData: 'no' })
    await move(product, 'it', asset, 'introduce')
    await move(product, 'it', asset, 'store')
    expect((await move(product, 'it', asset, 'reportMissing')).body.state).toBe('missing')
    const { body } = await move(product, 'it', asset, 'recover')
    expect(body.state).toBe('storage')
    expect(body.data).not.toHaveProperty('stateBefore')
  })

  test('is verified by who answers for it, and not ahead of time', async () => {
    const asset = await equipment(placed)
    expect(lacking(await move(product, 'it', asset, 'verify', { lastVerifiedAt: '2026-12-01' }))).toEqual([
      '/lastVerifiedAt',
    ])
    const { body } = await move(product, 'eva.lindgren', asset, 'verify')
    expect(body.data.lastVerifiedAt).toBe('2026-11-21')
  })

  test('remembers its changes; a major one needs a risk analysis', async () => {
    const asset = await equipment(placed)
    await move(product, 'it', asset, 'introduce')
    const major = { description: 'Ny brandvägg', major: true }
    expect(lacking(await move(product, 'it', asset, 'recordChange', major))).toEqual(['/riskAnalysisRef'])
    await move(product, 'it', asset, 'recordChange', { ...major, riskAnalysisRef: 'RD 7' })
    const { body } = await move(product, 'it', asset, 'recordChange', { description: 'Ny etikett' })
    expect(body.data.changes.map(({ description }: { description: string }) => description)).toEqual([
      'Ny brandvägg',
      'Ny etikett',
    ])
  })

  test('does not end before it began, whichever way it is written', async () => {
    const pc = await createAsset(product, 'it', '/api/equipment', { name: 'PC', inServiceAt: '2026-06-01' })
    const { status, body } = await move(product, 'it', pc, 'decommission', { decommissionedAt: '2026-05-01' })
    expect([status, body.errors]).toMatchObject([422, [{ pointer: '/decommissionedAt', code: 'end-before-start' }]])
    expect((await move(product, 'it', pc, 'decommission', { decommissionedAt: '2026-07-01' })).status).toBe(200)
  })

  test('takes only answers that it keeps with a move, and can be edited after it', async () => {
    const asset = await equipment(placed)
    await move(product, 'it', asset, 'introduce')
    await move(product, 'it', asset, 'putInOperation')
    const plan = { plannedEndAt: '2027-01-01' }
    expect((await move(product, 'it', asset, 'phaseOut', { ...plan, exitDataPlan: 'Exporteras.' })).status).toBe(422)
    expect((await move(product, 'it', asset, 'phaseOut', plan)).body.state).toBe('phasingOut')
    expect((await change(product, 'it', asset, { notes: 'Hämtas i januari.' })).status).toBe(200)
  })

  test('takes no unknown answer with a move', async () => {
    const asset = await equipment(placed)
    expect((await move(product, 'it', asset, 'decommission', { state: 'disposed' })).status).toBe(422)
    expect((await move(product, 'it', asset, 'takeSource')).status).toBe(422)
  })
})

describe('a connected medical device', () => {
  test('needs risk analysis, approval and a maintenance plan before operation', async () => {
    const asset = await device({ ...placed, connectedToNetwork: true })
    expect(lacking(await move(product, 'mt', asset, 'introduce'))).toEqual(['/riskAnalysisIds'])
    await change(product, 'mt', asset, analysed)
    await move(product, 'mt', asset, 'introduce')
    expect(lacking(await move(product, 'mt', asset, 'putInOperation'))).toEqual([
      '/connectionApproval',
      '/maintenanceIntervalMonths',
    ])
    await change(product, 'mt', asset, { ...approved(), maintenanceIntervalMonths: 12 })
    expect((await move(product, 'mt', asset, 'putInOperation')).body.state).toBe('inOperation')
  })

  test('is split in product and production from a whole barcode, however long', async () => {
    const asset = await device({
      udiDi: '(01)07350000000009(11)260101(17)310101(10)LOT-0123456789ABCDEF(21)SERIAL-0123456789',
    })
    const { data } = (await product.as('mt').get(`/api/medical-devices/${asset.id}`)).body
    expect([data.udiDi, data.udiParts.lot, data.udiParts.serial]).toEqual([
      '07350000000009',
      'LOT-0123456789ABCDEF',
      'SERIAL-0123456789',
    ])
  })

  test('that is not connected needs neither', async () => {
    const asset = await device({ ...placed, connectedToNetwork: false, maintenanceIntervalMonths: 12 })
    await move(product, 'mt', asset, 'introduce')
    expect((await move(product, 'mt', asset, 'putInOperation')).body.state).toBe('inOperation')
  })
})

describe('an application', () => {
  let asset: Asset
  const by = (data?: object) => move(product, 'systemagare', asset, 'acquire', data)

  test('is acquired by its owner with classification and answers about personal data', async () => {
    asset = await createAsset(product, 'it', '/api/applications', {
      name: 'Journalen',
      systemOwnerId: product.people['systemagare'],
      personalData: 'unknown',
    })
    expect(lacking(await by())).toEqual(['/classificationId', '/personalData', '/pubNeeded'])
    await change(product, 'systemagare', asset, {
      ...placed,
      classificationId: { diaryNumber: 'KS 12', confidentiality: 3 },
      personalData: 'yes',
      pubNeeded: 'yes',
    })
    expect((await by()).body.state).toBe('acquisition')
  })

  test('is introduced with its risk analysis', async () => {
    expect(lacking(await move(product, 'it', asset, 'introduce'))).toEqual(['/riskAnalysisIds'])
    await change(product, 'it', asset, { riskAnalysisIds: [{ diaryNumber: 'RA 1', date: '2026-05-05' }] })
    expect((await move(product, 'it', asset, 'introduce')).body.state).toBe('introduction')
  })

  test('is put in operation with agreement, backup, operations documentation, log and a registered activity', async () => {
    const start = () => move(product, 'systemagare', asset, 'putInOperation')
    expect(lacking(await start())).toEqual(['/pubAgreementId', '/backup', '/operationsDoc', '/logFunction', ''])
    await change(product, 'systemagare', asset, {
      pubAgreementId: { diaryNumber: 'A 1' },
      backup: { scope: 'Allt', interval: 'Varje natt', generations: '14', storage: 'Annan ort' },
      operationsDoc: { ref: 'Driftpärmen' },
      logFunction: 'yes',
    })
    expect(lacking(await start())).toEqual([''])
    await change(product, 'systemagare', asset, { personalData: 'no' })
    expect((await start()).body.state).toBe('inOperation')
  })

  test('is phased out with a plan for its data, and closed when the data is erased', async () => {
    expect(lacking(await move(product, 'systemagare', asset, 'phaseOut'))).toEqual(['/exitDataPlan'])
    const plan = { exitDataPlan: 'Exporteras till arkivet.', plannedEndAt: '2027-01-01' }
    expect((await move(product, 'systemagare', asset, 'phaseOut', plan)).body.data).toMatchObject(plan)
    const supplierIds = [{ supplierId: (await supplierIn(product)).id, role: 'hosting', processesPersonalData: true }]
    await change(product, 'it', asset, { personalData: 'yes', supplierIds })
    expect(lacking(await move(product, 'it', asset, 'decommission'))).toEqual(['/dataReturn'])
    const dataReturn = { choice: 'deleted', confirmedAt: '2026-11-20' }
    expect((await move(product, 'it', asset, 'decommission', { dataReturn })).body.data.decommissionedAt).toBe(
      '2026-11-21',
    )
    expect(lacking(await move(product, 'it', asset, 'dispose'))).toEqual(['/disposal/method', '/disposal/at'])
    const disposal = { method: 'wipedVerified', at: '2026-11-21' }
    expect((await move(product, 'it', asset, 'dispose', { disposal })).body.state).toBe('disposed')
  })
})
