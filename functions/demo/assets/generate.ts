import type { ApplicationData } from '../../assets/application-data.ts'
import type { EquipmentData, MedicalDeviceData } from '../../assets/data.ts'
import type { AssetKindName } from '../../assets/sections.ts'
import { addDays } from '../../processing/calendar.ts'
import { createChance, type Chance } from './chance.ts'
import { catalogue, deviceCatalogue, places, systemWords } from './catalogue.ts'

/** What the generator needs of the organisation it fills. */
export interface GeneratorWorld {
  units: readonly string[]
  people: readonly string[]
  /** `YYYY-MM-DD`. */
  today: string
}

/** One generated asset, ready to be saved under its id. */
export interface Generated {
  kind: AssetKindName
  id: string
  state: string
  data: EquipmentData | MedicalDeviceData | ApplicationData
}

/** One application and four hundred things or so, as in a region. */
const applicationEvery = 400
const deviceShare = 0.2
const equipmentStates = [
  'inOperation',
  'storage',
  'outOfService',
  'phasingOut',
  'decommissioned',
  'missing',
  'planned',
] as const
const stateShares = [0.86, 0.05, 0.03, 0.02, 0.02, 0.005, 0.015] as const

/** The asset of that number, the same each time: ordinary things of a region, with the gaps that such registers have. */
export function generateAsset(index: number, world: GeneratorWorld): Generated {
  const chance = createChance(index)
  if (index % applicationEvery === 0)
    return one('application', 'app', index, 'inOperation', system(index, chance, world))
  const state = chance.oneOf(equipmentStates, stateShares)
  if (chance.below(1) < deviceShare) return one('medicalDevice', 'med', index, state, device(index, chance, world))
  return one('equipment', 'equ', index, state, equipment(index, chance, world))
}

function one(kind: AssetKindName, prefix: string, index: number, state: string, data: Generated['data']): Generated {
  return { kind, id: `${prefix}_01GENERATED${String(index).padStart(15, '0')}`, state, data: whole(state, data) }
}

/** A thing that is missing has its incident, and one that is recalled knows where from. */
function whole(state: string, data: Generated['data']): Generated['data'] {
  if (state !== 'missing') return data
  return { ...data, stateBefore: 'inOperation', incidentRefs: [{ system: 'Avvikelser', ref: 'AVV-1' }] }
}

function equipment(index: number, chance: Chance, world: GeneratorWorld): EquipmentData {
  const { type, word, makes } = chance.oneOf(
    catalogue,
    catalogue.map(({ share }) => share),
  )
  const [manufacturer = '', model = ''] = chance.oneOf(makes).split('|')
  const number = String(index).padStart(6, '0')
  const isConnected = type !== 'removableMedia' && chance.below(1) < 0.92
  const isComputer = ['pc', 'laptop', 'server', 'thinClient'].includes(type)
  const fed = chance.below(1) < 0.7
  return {
    name: `${word} ${type === 'printer' ? chance.oneOf(places) : ''} ${number}`.replace('  ', ' '),
    ...placed(chance, world),
    equipmentType: type,
    manufacturer,
    model,
    serialNumber: `${manufacturer.slice(0, 2).toUpperCase()}${chance.letters(4)}${number}`,
    connectedToNetwork: isConnected,
    ...(isConnected && {
      connectionApproval: { at: day(chance, world, -1500, -30) },
      network: [
        {
          hostname: `${type.slice(0, 3).toUpperCase()}-${number}`,
          macAddress: chance.mac(),
          segment: `seg-${1 + Math.floor(chance.below(60))}`,
        },
      ],
    }),
    ...(isComputer && {
      operatingSystem: chance.oneOf(
        ['Windows 11', 'Windows 10', 'Ubuntu 24.04', 'Windows Server 2022'],
        [0.7, 0.2, 0.05, 0.05],
      ),
      osSupportEnd: day(chance, world, -300, 1500),
      patchManaged: chance.below(1) < 0.97,
      malwareProtection: chance.below(1) < 0.97,
      diskEncryption: chance.below(1) < 0.9,
    }),
    hasStorageMedia: isComputer || type === 'mobile' || type === 'tablet',
    ownership: chance.oneOf(['owned', 'leased'] as const, [0.7, 0.3]),
    acquiredAt: day(chance, world, -2200, -40),
    warrantyEndsAt: day(chance, world, -600, 1000),
    ...(fed && { externalIds: [{ source: 'klienthanteringen', id: `PC-${number}` }] }),
  }
}

function device(index: number, chance: Chance, world: GeneratorWorld): MedicalDeviceData {
  const { word, riskClass, makes, interval } = chance.oneOf(deviceCatalogue)
  const [manufacturer = '', model = ''] = chance.oneOf(makes).split('|')
  const number = String(index).padStart(6, '0')
  const isConnected = chance.below(1) < 0.35
  const last = day(chance, world, -460, -1)
  return {
    name: `${word} ${number}`,
    ...placed(chance, world),
    inventoryNumber: `MT-G${number}`,
    manufacturer,
    model,
    serialNumber: `${chance.letters(3)}-${number}`,
    regulatoryFramework: /^[A-D]$/.test(riskClass) ? 'IVDR' : chance.oneOf(['MDR', 'legacyMDD'] as const, [0.6, 0.4]),
    riskClass,
    udiDi: chance.gtin(),
    connectedToNetwork: isConnected,
    ...(isConnected && {
      connectionApproval: { at: day(chance, world, -1500, -30) },
      network: [{ hostname: `MT-${number}`, macAddress: chance.mac(), segment: 'medicinteknik' }],
      ...(chance.below(1) < 0.9 && {
        riskAnalysisIds: [
          { type: 'medicalDevice', date: day(chance, world, -1000, -30), diaryNumber: `RD 2025-${index % 999}` },
        ],
      }),
    }),
    storesPatientData: chance.below(1) < 0.2,
    maintenanceIntervalMonths: interval,
    lastMaintenanceAt: last,
    externalIds: [{ source: 'medicintekniksystemet', id: `MTS-${number}` }],
  }
}

function system(index: number, chance: Chance, world: GeneratorWorld): ApplicationData {
  const owner = chance.oneOf(world.people)
  return {
    name: `${chance.oneOf(systemWords)} ${chance.oneOf(places)} ${index}`,
    ...placed(chance, world),
    systemOwnerId: owner,
    applicationType: chance.oneOf(['businessSystem', 'service', 'integration', 'infrastructure', 'eService']),
    hosting: chance.oneOf(['own', 'supplier', 'cloud', 'otherPublic']),
    logFunction: chance.oneOf(['yes', 'unknown', 'partial', 'no'] as const, [0.6, 0.25, 0.1, 0.05]),
    supportEndsAt: day(chance, world, -200, 1800),
  }
}

/** Who uses it and where; one in a hundred has no unit, one in twenty nobody responsible, as registers are. */
function placed(chance: Chance, { units, people, today }: GeneratorWorld) {
  return {
    ...(chance.below(1) > 0.01 && { usingOrgUnitIds: [chance.oneOf(units)] }),
    ...(chance.below(1) > 0.05 && { responsiblePersonId: chance.oneOf(people) }),
    ...(chance.below(1) > 0.3 && { personalData: chance.oneOf(['yes', 'no', 'unknown'] as const, [0.5, 0.3, 0.2]) }),
    ...(chance.below(1) > 0.25 && { lastVerifiedAt: addDays(today, -Math.floor(chance.below(900))) }),
  }
}

function day(chance: Chance, { today }: GeneratorWorld, from: number, to: number): string {
  return addDays(today, Math.floor(from + chance.below(to - from)))
}
