import { existsSync, readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { describe, expect, it } from 'vitest'
import { checkApplication, checkAsset, checkDevice, checkEquipment } from '../../../functions/assets/check.ts'
import type { EquipmentData, MedicalDeviceData } from '../../../functions/assets/data.ts'
import { deriveAsset, deriveDevice } from '../../../functions/assets/derive.ts'

const context = { now: '2026-11-22T12:00:00Z', today: '2026-11-22' }
const derived = (data: Partial<MedicalDeviceData>) => deriveDevice({ name: 'Pump', ...data }, context)
const codes = (errors: { pointer: string; code: string }[]) => errors.map(({ pointer, code }) => `${pointer} ${code}`)
const device = (data: Partial<MedicalDeviceData>) => codes(checkDevice({ name: 'Pump', ...data }))
const equipment = (data: Partial<EquipmentData>) => codes(checkEquipment({ name: 'Dator', ...data }))

describe('what follows from a device', () => {
  it('is its product and production, split from one barcode', () => {
    expect(derived({ udiDi: '(01)07312345678909(17)310131(10)A1(21)S1' })).toMatchObject({
      udiDi: '07312345678909',
      udiPi: '(17)310131(10)A1(21)S1',
      udiIssuer: 'gs1',
      udiParts: { expiryDate: '2031-01-31', lot: 'A1', serial: 'S1' },
    })
    expect(derived({ udiDi: ']d2010731234567890921S9' })).toMatchObject({ udiDi: '07312345678909', udiPi: '(21)S9' })
  })

  it('leaves a plain product number and a production written apart as they are', () => {
    expect(derived({ udiDi: '07312345678909', udiPi: '(10)B2' })).toMatchObject({
      udiDi: '07312345678909',
      udiPi: '(10)B2',
      udiParts: { lot: 'B2' },
    })
    expect(derived({ udiDi: '+H123ABC', udiIssuer: 'hibcc' })).toMatchObject({ udiDi: '+H123ABC', udiIssuer: 'hibcc' })
    expect(derived({ udiPi: 'okänt' }).udiParts).toBeUndefined()
  })

  it('is the next maintenance, unless it is written', () => {
    const last = { lastMaintenanceAt: '2026-01-31', maintenanceIntervalMonths: 1 }
    expect(derived(last).nextMaintenanceAt).toBe('2026-02-28')
    expect(derived({ ...last, nextMaintenanceAt: '2026-06-01' })).not.toHaveProperty('nextMaintenanceAt')
    expect(derived({ ...last, nextMaintenanceAt: '2025-06-01' }).nextMaintenanceAt).toBe('2026-02-28')
    expect(derived({ lastMaintenanceAt: '2026-01-31' })).not.toHaveProperty('nextMaintenanceAt')
  })
})

describe('what follows from any asset', () => {
  it('is who keeps it, and its addresses in one form', () => {
    const network = [{ macAddress: 'AA-BB-CC-00-11-22', hostname: 'pc1' }, {}]
    expect(deriveAsset({ name: 'Dator', network }, 'regionalIt')).toEqual({
      keeper: 'regionalIt',
      network: [{ macAddress: 'aa:bb:cc:00:11:22', hostname: 'pc1' }, {}],
    })
  })
})

describe('what is refused of an asset', () => {
  it('are days out of order', () => {
    expect(codes(checkAsset({ name: 'x', orderedAt: '2026-02-02', deliveredAt: '2026-02-01' }))).toEqual([
      '/deliveredAt end-before-start',
    ])
    expect(equipment({ custody: [{ from: '2026-02-02', to: '2026-02-01' }] })).toEqual([
      '/custody/0/to end-before-start',
    ])
    expect(
      codes(checkAsset({ name: 'x', contacts: [{ role: 'owner', from: '2026-02-02', to: '2026-01-01' }] })),
    ).toEqual(['/contacts/0/to end-before-start'])
    expect(codes(checkAsset({ name: 'x', acquiredAt: '2026-01-01', inServiceAt: '2026-01-01' }))).toEqual([])
    expect(codes(checkAsset({ name: 'x', inServiceAt: '2026-02-02', plannedEndAt: '2026-02-01' }))).toEqual([
      '/plannedEndAt end-before-start',
    ])
  })

  it('are numbers whose check digit is wrong, and addresses that are none', () => {
    expect(device({ udiDi: '07312345678901' })).toEqual(['/udiDi check-digit'])
    expect(device({ udiDi: '07312345678909' })).toEqual([])
    expect(device({ udiDi: '12345678', udiIssuer: 'hibcc' })).toEqual([])
    expect(equipment({ imei: ['490154203237518', '490154203237519', '12'] })).toEqual([
      '/imei/1 check-digit',
      '/imei/2 check-digit',
    ])
    expect(equipment({ location: { gln: '7300009000013' } })).toEqual(['/location/gln check-digit'])
    expect(equipment({ network: [{ macAddress: 'okänd' }, { macAddress: 'AABBCC001122' }] })).toEqual([
      '/network/0/macAddress format',
    ])
    expect(equipment({ network: [{ ipAddress: '10.0.0.1' }, { ipAddress: '10.0.0.256' }] })).toEqual([
      '/network/1/ipAddress format',
    ])
    expect(codes(checkApplication({ name: 'x', hostingCountries: ['SE', 'XX'] }))).toEqual([
      '/hostingCountries/1 unknown-code',
    ])
  })

  it('are codes of the wrong shape, and a class that its framework does not have', () => {
    expect(device({ emdnCode: 'Z12030580', gmdnCode: '12345', notifiedBody: '0123' })).toEqual([])
    expect(device({ emdnCode: 'z12', gmdnCode: '1', notifiedBody: 'TÜV' })).toEqual([
      '/emdnCode format',
      '/gmdnCode format',
      '/notifiedBody format',
    ])
    expect(device({ regulatoryFramework: 'MDR', riskClass: 'C' })).toEqual(['/riskClass class-framework'])
    expect(device({ regulatoryFramework: 'IVDR', riskClass: 'IIa' })).toEqual(['/riskClass class-framework'])
    expect(device({ regulatoryFramework: 'IVDR', riskClass: 'C' })).toEqual([])
    expect(device({ regulatoryFramework: 'inHouse', riskClass: 'IIa' })).toEqual([])
    expect(device({ riskClass: 'IIa' })).toEqual([])
  })
})

const nomenclature = ['../../../..', '../../../../..']
  .map((up) => resolve(import.meta.dirname, up, 'shared/data/vocabularies/emdn/EMDN_V2.txt'))
  .find((path) => existsSync(path))

describe.skipIf(!nomenclature)('the European nomenclature of medical devices', () => {
  it('holds no code that is refused', () => {
    const lines = readFileSync(nomenclature ?? '', 'utf8').split(/\r?\n/)
    const emdn = lines.slice(2).flatMap((line) => line.split('\t')[2]?.trim() || [])
    expect(emdn.length).toBeGreaterThan(8000)
    expect(emdn.filter((emdnCode) => emdnCode !== 'NO' && device({ emdnCode }).length > 0)).toEqual([])
  })
})
