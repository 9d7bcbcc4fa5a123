import { randomUUID } from 'node:crypto'
import { application } from '../../functions/assets/application.ts'
import { equipment } from '../../functions/assets/equipment.ts'
import { medicalDevice } from '../../functions/assets/medical-device.ts'
import type { Core } from '../../functions/core.ts'
import { systemActor } from '../../functions/directory/directory.ts'
import { orgUnit } from '../../functions/directory/org-unit.ts'
import type { Kind } from '../../functions/register/kind.ts'
import type { RecordOf } from '../../functions/register/record.ts'
import { rowsOf } from '../../functions/register/rows/rows.ts'
import type { Write } from '../../functions/store/store.ts'

const makes = {
  equipment: [
    ['Dell', 'Latitude 5440', 'laptop'],
    ['Dell', 'OptiPlex 7010', 'pc'],
    ['HP', 'EliteBook 840', 'laptop'],
    ['Lenovo', 'ThinkCentre M70q', 'pc'],
    ['Apple', 'iPhone 15', 'mobile'],
    ['Samsung', 'Galaxy Tab Active4', 'tablet'],
    ['Zebra', 'ZD421', 'printer'],
    ['Canon', 'imageRUNNER 2630', 'printer'],
    ['Cisco', 'Catalyst 9300', 'network'],
    ['Fujitsu', 'Primergy RX2540', 'server'],
  ],
  medicalDevice: [
    ['Philips', 'IntelliVue MX450', 'IIb'],
    ['Dräger', 'Evita V600', 'IIb'],
    ['B. Braun', 'Infusomat Space', 'IIb'],
    ['GE HealthCare', 'Vivid E95', 'IIa'],
    ['Getinge', 'Servo-u', 'IIb'],
    ['Välinge Medicinteknik', 'Blodtrycksmätare Ö2', 'IIa'],
  ],
  application: [
    ['Cambio', 'Cosmic', 'ehr'],
    ['Sectra', 'PACS', 'other'],
    ['Visma', 'Lön och schema', 'other'],
    ['Öppna system', 'Ärendehantering', 'other'],
  ],
} as const
const sorts = [
  'Bärbar dator',
  'Arbetsstation',
  'Läsplatta',
  'Skrivare',
  'Övervakning',
  'Ånga och sterilisering',
  'Server',
  'Reserv',
]
const sites = [
  'Göteborg',
  'Östersund',
  'Malmö',
  'Ånge',
  'Älvdalen',
  'Kiruna',
  'Uppsala',
  'Visby',
  'Umeå',
  'Örebro',
  'Borås',
  'Gävle',
]
const states = [
  'inOperation',
  'inOperation',
  'inOperation',
  'inOperation',
  'storage',
  'introduction',
  'outOfService',
  'missing',
  'disposed',
]
const sources = ['sccm', 'medusa', 'intune']
const peopleCount = 2000

/** Numbers between 0 and 1 that are the same in every run. */
export function createDice(seed: number): () => number {
  let state = seed
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0
    return state / 2 ** 32
  }
}

/** The kind and the newest revision of asset number `index`. */
export function assetAt(index: number, units: readonly string[]): { kind: Kind<object>; record: RecordOf<object> } {
  const dice = createDice(index * 7919 + 17)
  for (let skipped = 0; skipped < 3; skipped++) dice()
  const of = <T>(list: readonly T[]): T => list[Math.floor(dice() * list.length)] as T
  const share = index % 20
  const kind = share < 14 ? equipment : share < 19 ? medicalDevice : application
  const [manufacturer, model, type] = of<readonly [string, string, string]>(makes[kind.name as keyof typeof makes])
  const number = String(index).padStart(6, '0')
  const serial = Math.floor(dice() * 36 ** 7)
    .toString(36)
    .toUpperCase()
    .padStart(7, '0')
  const site = of(sites)
  const source = of(sources)
  const common = {
    name: dice() < 0.5 ? `${of(sorts)} ${site} ${number.slice(3)}` : `${manufacturer} ${model}`,
    usingOrgUnitIds: [units[Math.floor(dice() ** 2 * units.length)] as string],
    ...(dice() < 0.8 && {
      responsiblePersonId: `per_01JZSQVN${String(Math.floor(dice() * peopleCount)).padStart(18, '0')}`,
    }),
    personalData: of(['yes', 'no', 'unknown']),
    connectedToNetwork: dice() < 0.7,
    ...(dice() < 0.4 && { classificationId: { confidentiality: 2 } }),
    ...(dice() < 0.9 && { lastVerifiedAt: `202${Math.floor(dice() * 6)}-0${1 + Math.floor(dice() * 9)}-15` }),
    ...(dice() < 0.6 && { supportEndsAt: `202${4 + Math.floor(dice() * 6)}-06-30` }),
    externalIds: dice() < 0.7 ? [{ source, id: `${source.slice(0, 2).toUpperCase()}-${number}` }] : [],
    findingCounts: { K: 0, H: dice() < 0.2 ? 1 : 0, M: dice() < 0.4 ? 1 : 0, L: 0 },
  }
  const thing = { manufacturer, model, serialNumber: serial, location: { site } }
  const own =
    kind === equipment
      ? { ...thing, equipmentType: type }
      : kind === medicalDevice
        ? { ...thing, riskClass: type, inventoryNumber: `MT-${number}` }
        : { applicationType: type, product: model, publisher: manufacturer }
  const at = new Date(Date.UTC(2022, 0, 1) + index * 300_000).toISOString()
  const record = {
    id: `${kind.prefix}_01K${String(index).padStart(23, '0')}`,
    kind: kind.name,
    number: `${{ equipment: 'U', medicalDevice: 'M', application: 'P' }[kind.name as keyof typeof makes]}-${number}`,
    revision: 1,
    state: of(states),
    orgUnitId: common.usingOrgUnitIds[0] as string,
    createdAt: at,
    createdBy: 'per_01JZSQVNWN4Q0F81V0QAM8XGSG',
    updatedAt: at,
    updatedBy: 'per_01JZSQVNWN4Q0F81V0QAM8XGSG',
    data: { ...common, ...own },
  }
  return { kind: kind as unknown as Kind<object>, record }
}

/** The demo organisation's units. */
export async function demoUnits({ deps, directory }: Core): Promise<string[]> {
  const { items } = await deps.engine.list(orgUnit, { limit: 500 }, systemActor(await directory.tree()))
  return items.map(({ id }) => id)
}

/** Puts the rows of so many assets straight into the store: what lists and searches read. */
export async function fillAssets({ deps }: Core, count: number, units: readonly string[]): Promise<void> {
  for (let from = 0; from < count; from += 1000) {
    const writes: Write[] = []
    for (let index = from; index < Math.min(count, from + 1000); index++) {
      const { kind, record } = assetAt(index, units)
      for (const { unique: _unique, ...put } of rowsOf(kind, { newest: record })) writes.push({ put })
    }
    const commits = Array.from({ length: Math.ceil(writes.length / 100) }, (_, at) =>
      writes.slice(at * 100, at * 100 + 100),
    )
    await Promise.all(commits.map((some) => deps.store.commit(some, randomUUID())))
  }
}
