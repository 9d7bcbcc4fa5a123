import { isCountry } from '../fields/country.ts'
import type { FieldError } from '../register/errors.ts'
import type { ApplicationData } from './application-data.ts'
import type { AssetData, EquipmentData, MedicalDeviceData, ThingData } from './data.ts'
import { hasGs1CheckDigit, hasLuhnDigit } from './identifier/check-digit.ts'
import { isIpAddress } from './identifier/ip-address.ts'
import { isMac, tidyMac } from './identifier/mac-address.ts'

/** Days that must not come before others, as pointers: earlier first. */
const order: readonly (readonly [string, string])[] = [
  ['orderedAt', 'deliveredAt'],
  ['acquiredAt', 'inServiceAt'],
  ['inServiceAt', 'plannedEndAt'],
  ['inServiceAt', 'decommissionedAt'],
  ['acquiredAt', 'decommissionedAt'],
]

/** Risk classes of each framework (MDR article 51, IVDR article 47). */
const classes: { readonly [framework: string]: RegExp } = {
  MDR: /^(I|Is|Im|Ir|IIa|IIb|III)$/,
  legacyMDD: /^(I|Is|Im|Ir|IIa|IIb|III)$/,
  legacyAIMDD: /^activeImplantable$/,
  IVDR: /^[ABCD]$/,
  legacyIVDD: /^[ABCD]$/,
}

/** What the schema cannot say of any asset: days out of order, addresses that are none. */
export function checkAsset(data: AssetData): FieldError[] {
  const days = data as unknown as { [field: string]: string | undefined }
  return [
    ...order.flatMap(([early, late]) => {
      const [from, to] = [days[early], days[late]]
      return from && to && to < from ? [{ pointer: `/${late}`, code: 'end-before-start', params: { start: from } }] : []
    }),
    ...periods(data.contacts, 'contacts'),
    ...(data.location?.gln && !hasGs1CheckDigit(data.location.gln)
      ? [{ pointer: '/location/gln', code: 'check-digit' }]
      : []),
    ...(data.network ?? []).flatMap(({ macAddress, ipAddress }, at) => [
      ...(macAddress && !isMac(tidyMac(macAddress)) ? [{ pointer: `/network/${at}/macAddress`, code: 'format' }] : []),
      ...(ipAddress && !isIpAddress(ipAddress) ? [{ pointer: `/network/${at}/ipAddress`, code: 'format' }] : []),
    ]),
  ]
}

/** What a system adds: countries that there are. */
export function checkApplication(data: ApplicationData): FieldError[] {
  const countries = data.hostingCountries ?? []
  return [
    ...checkAsset(data),
    ...countries.flatMap((code, at) =>
      isCountry(code) ? [] : [{ pointer: `/hostingCountries/${at}`, code: 'unknown-code' }],
    ),
  ]
}

/** What equipment and devices add: who had it when. */
export function checkThing(data: ThingData): FieldError[] {
  return [...checkAsset(data), ...periods(data.custody, 'custody')]
}

/** What equipment adds: IMEI numbers. */
export function checkEquipment(data: EquipmentData): FieldError[] {
  const wrong = (imei: string) => !/^\d{15}$/.test(imei) || !hasLuhnDigit(imei)
  return [
    ...checkThing(data),
    ...(data.imei ?? []).flatMap((imei, at) => (wrong(imei) ? [{ pointer: `/imei/${at}`, code: 'check-digit' }] : [])),
  ]
}

/** What a medical device adds: the check digit of its UDI-DI, the shape of its codes, and a class that fits its framework. */
export function checkDevice(data: MedicalDeviceData): FieldError[] {
  const { udiDi, udiIssuer, emdnCode, gmdnCode, notifiedBody, regulatoryFramework = '', riskClass } = data
  const isGtin = udiDi !== undefined && /^\d{8,14}$/.test(udiDi) && (udiIssuer === undefined || udiIssuer === 'gs1')
  const bad = (value: string | undefined, shape: RegExp) => value !== undefined && !shape.test(value)
  const fits = classes[regulatoryFramework]
  return [
    ...checkThing(data),
    ...(isGtin && !hasGs1CheckDigit(udiDi) ? [{ pointer: '/udiDi', code: 'check-digit' }] : []),
    ...(bad(emdnCode, /^[A-DF-HJ-NP-Z](\d{2}){0,6}$/) ? [{ pointer: '/emdnCode', code: 'format' }] : []),
    ...(bad(gmdnCode, /^\d{5}$/) ? [{ pointer: '/gmdnCode', code: 'format' }] : []),
    ...(bad(notifiedBody, /^\d{4}$/) ? [{ pointer: '/notifiedBody', code: 'format' }] : []),
    ...(riskClass && fits && !fits.test(riskClass) ? [{ pointer: '/riskClass', code: 'class-framework' }] : []),
  ]
}

function periods(rows: readonly { from?: string; to?: string }[] = [], field: string): FieldError[] {
  return rows.flatMap(({ from, to }, at) =>
    from && to && to < from
      ? [{ pointer: `/${field}/${at}/to`, code: 'end-before-start', params: { start: from } }]
      : [],
  )
}
