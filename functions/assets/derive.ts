import { addMonths } from '../processing/calendar.ts'
import type { Context } from '../register/context.ts'
import type { AssetData, MedicalDeviceData } from './data.ts'
import { parseGs1, writeUdiPi } from './identifier/gs1.ts'
import { tidyMac } from './identifier/mac-address.ts'

/** What follows from the rest of any asset: who keeps it, and its network addresses in one form. */
export function deriveAsset<T extends AssetData>(data: T, keeper: string): Partial<AssetData> {
  return {
    keeper,
    ...(data.network && {
      network: data.network.map((port) => ({
        ...port,
        ...(port.macAddress && { macAddress: tidyMac(port.macAddress) }),
      })),
    }),
  }
}

/** A barcode pasted whole is split in product and production; the next maintenance follows from the last. */
export function deriveDevice(data: MedicalDeviceData, _context: Context): Partial<MedicalDeviceData> {
  return { ...udiOf(data), ...maintenanceOf(data) }
}

function udiOf({ udiDi, udiPi, udiIssuer }: MedicalDeviceData): Partial<MedicalDeviceData> {
  const whole =
    udiDi && !/^\d+$/.test(udiDi) ? parseGs1(udiDi) : udiDi && udiDi.length > 14 ? parseGs1(udiDi) : undefined
  const production = whole?.gtin ? writeUdiPi(whole) || udiPi : udiPi
  const read = production ? parseGs1(production) : undefined
  const { gtin: _gtin, ...parts } = read ?? {}
  const issuer = udiIssuer ?? (whole?.gtin || /^\d{14}$/.test(udiDi ?? '') ? 'gs1' : undefined)
  return {
    udiDi: whole?.gtin ?? udiDi,
    udiPi: production,
    udiIssuer: issuer,
    udiParts: Object.keys(parts).length > 0 ? parts : undefined,
  }
}

function maintenanceOf({
  lastMaintenanceAt,
  maintenanceIntervalMonths,
  nextMaintenanceAt,
}: MedicalDeviceData): Partial<MedicalDeviceData> {
  if (!lastMaintenanceAt || !maintenanceIntervalMonths) return {}
  if (nextMaintenanceAt && nextMaintenanceAt > lastMaintenanceAt) return {}
  return { nextMaintenanceAt: addMonths(lastMaintenanceAt, maintenanceIntervalMonths) }
}
