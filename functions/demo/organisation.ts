import type { OrgUnitData } from '../directory/org-unit.ts'

/** A unit of the demo organisation. `key` and `parent` are external keys, `dpo` is a user id; parents stand before their units. */
export interface DemoUnit extends Omit<OrgUnitData, 'externalKey' | 'parentId' | 'dpoPersonId'> {
  key: string
  parent?: string
  dpo?: string
}

const regionDpo = { dpo: 'dso', imyDpoNotifiedAt: '2025-02-03' }
const municipalDpo = { dpo: 'dso.exempelby', imyDpoNotifiedAt: '2024-09-16' }
const logReview = { logReviewDuty: true, logReviewPlan: { frequency: 'monthly', fraction: '1/12', days: 2 } } as const

function contactOf(name: string, host: string): string {
  return `${name}, 999 99 Demostad, registrator@${host}.example`
}

/** Every unit of the demo organisation (domain model section 9); names and numbers are invented. */
export const demoUnits: readonly DemoUnit[] = [
  {
    key: 'region-demo',
    kind: 'principal',
    name: 'Region Demo',
    orgNumber: '999900-0004',
    hsaId: 'SE9999000004-REGION',
    staffCount: 36_000,
    backupBaseline: { interval: 'P1D', generations: 14, storage: 'Annan ort än driften', readabilityCheck: 'P6M' },
    contact: contactOf('Region Demo', 'region'),
  },
  board('regionstyrelsen', 'Regionstyrelsen', 'region-demo', regionDpo),
  administration('koncernkontoret', 'Koncernkontoret', 'regionstyrelsen', 620),
  administration('digitalisering', 'Digitalisering, IT och MT', 'regionstyrelsen', 940),
  administration('regionservice', 'Regionservice', 'regionstyrelsen', 2_900),
  board('halso-och-sjukvardsnamnden', 'Hälso- och sjukvårdsnämnden', 'region-demo', {
    ...regionDpo,
    isCareProvider: true,
  }),
  administration('sjukhusforvaltningen', 'Sjukhusförvaltningen', 'halso-och-sjukvardsnamnden', 17_400, logReview),
  unit('akutmottagningen', 'Akutmottagningen', 'sjukhusforvaltningen', 210),
  unit('hjartmottagningen', 'Hjärtmottagningen', 'sjukhusforvaltningen', 64),
  unit('bild-och-funktion', 'Bild och funktion', 'sjukhusforvaltningen', 180),
  administration(
    'primarvardsforvaltningen',
    'Primärvårdsförvaltningen',
    'halso-och-sjukvardsnamnden',
    5_100,
    logReview,
  ),
  unit('vardcentralen-eken', 'Vårdcentralen Eken', 'primarvardsforvaltningen', 46),
  administration('medicinsk-service', 'Medicinsk service', 'halso-och-sjukvardsnamnden', 1_700),
  unit('mt-enheten', 'MT-enheten', 'medicinsk-service', 58),
  unit('laboratoriet', 'Laboratoriet', 'medicinsk-service', 240),
  board('psykiatrinamnden', 'Psykiatrinämnden', 'region-demo', { ...regionDpo, isCareProvider: true }),
  administration('psykiatri-och-habilitering', 'Psykiatri och habilitering', 'psykiatrinamnden', 4_300, logReview),
  board('kollektivtrafiknamnden', 'Kollektivtrafiknämnden', 'region-demo', regionDpo),
  administration('trafikforvaltningen', 'Trafikförvaltningen', 'kollektivtrafiknamnden', 310),
  board('patientnamnden', 'Patientnämnden', 'region-demo', { dpo: 'dso' }),
  administration('patientnamndens-kansli', 'Patientnämndens kansli', 'patientnamnden', 22),
  board('revisorerna', 'Revisorerna', 'region-demo', regionDpo),
  {
    key: 'exempelby-kommun',
    kind: 'principal',
    name: 'Exempelby kommun',
    orgNumber: '999900-0012',
    hsaId: 'SE9999000012-KOMMUN',
    staffCount: 900,
    contact: contactOf('Exempelby kommun', 'exempelby'),
  },
  board('socialnamnden', 'Socialnämnden', 'exempelby-kommun', {
    ...municipalDpo,
    isCareProvider: true,
    isSocialService: true,
  }),
  administration('sektor-omsorg', 'Sektor omsorg', 'socialnamnden', 520, { ...logReview, isSocialService: true }),
  area('aldreomsorg', 'Äldreomsorg', 'sektor-omsorg', 310),
  unit('hemtjanst-norr', 'Hemtjänst Norr', 'aldreomsorg', 24, logReview),
  unit('sarskilt-boende-linden', 'Särskilt boende Linden', 'aldreomsorg', 60, logReview),
  area('handikappomsorg-lss', 'Handikappomsorg LSS', 'sektor-omsorg', 95),
  area('individ-och-familjeomsorg', 'Individ- och familjeomsorg', 'sektor-omsorg', 55),
  area('kommunal-halso-och-sjukvard', 'Kommunal hälso- och sjukvård', 'sektor-omsorg', 60, { isCareProvider: true }),
  board('kommunstyrelsen', 'Kommunstyrelsen', 'exempelby-kommun', municipalDpo),
  administration('kommunledningskontoret', 'Kommunledningskontoret', 'kommunstyrelsen', 70),
  {
    key: 'it-forbundet',
    kind: 'company',
    name: 'Demobygdens IT-förbund',
    orgNumber: '999900-0020',
    staffCount: 85,
    contact: contactOf('Demobygdens IT-förbund', 'it-forbundet'),
  },
]

type Rest = Omit<Partial<DemoUnit>, 'key' | 'name' | 'parent' | 'kind'>

function board(key: string, name: string, parent: string, rest: Rest): DemoUnit {
  return { key, kind: 'board', name, parent, ...rest }
}

function administration(key: string, name: string, parent: string, staffCount: number, rest: Rest = {}): DemoUnit {
  return { key, kind: 'administration', name, parent, staffCount, ...rest }
}

function area(key: string, name: string, parent: string, staffCount: number, rest: Rest = {}): DemoUnit {
  return { key, kind: 'area', name, parent, staffCount, ...rest }
}

function unit(key: string, name: string, parent: string, staffCount: number, rest: Rest = {}): DemoUnit {
  return { key, kind: 'unit', name, parent, staffCount, ...rest }
}
