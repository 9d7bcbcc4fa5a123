import type { ApplicationData } from '../../assets/application-data.ts'
import type { AssetIds, DemoAsset } from './demo-asset.ts'

const register = {
  applicationType: 'qualityRegister',
  personalData: 'yes',
  subjectRegimes: ['qualityRegister'],
  logFunction: 'unknown',
  hosting: 'otherPublic',
} satisfies Partial<ApplicationData>

/**
 * The systems that a municipality listed in 2015 (domain model section 9): only three answers about their logs were given, so
 * all the others are unknown, not no.
 */
export const municipalSystems: readonly DemoAsset[] = [
  one('procapita-voo', 'Procapita VoO', {
    applicationType: 'businessSystem',
    personalData: 'yes',
    subjectRegimes: ['solpul', 'lss', 'pdl'],
    logFunction: 'yes',
    description: 'Vård och omsorg. ”Mina meddelanden” är den godkända interna kanalen.',
  }),
  one('procapita-ifo', 'Procapita IFO', {
    applicationType: 'businessSystem',
    personalData: 'yes',
    subjectRegimes: ['solpul'],
    logFunction: 'unknown',
    description: 'Individ- och familjeomsorg.',
  }),
  one('npo', 'Nationell patientöversikt (NPÖ)', {
    applicationType: 'nationalService',
    personalData: 'yes',
    subjectRegimes: ['svod'],
    logFunction: 'yes',
    hosting: 'otherPublic',
    hostingCountries: ['SE'],
    description: 'Kräver avtal om sammanhållen vård- och omsorgsdokumentation. Patienten kan få utdrag ur loggen.',
  }),
  one('klara-svpl', 'KLARA SVPL', {
    applicationType: 'service',
    personalData: 'yes',
    subjectRegimes: ['pdl', 'solpul'],
    logFunction: 'unknown',
    description: 'Samordnad vårdplanering med regionen. Meddelandena är journalhandlingar.',
  }),
  one('pascal', 'Pascal', {
    applicationType: 'nationalService',
    personalData: 'yes',
    subjectRegimes: ['pdl'],
    logFunction: 'no',
    description: 'Dosdispensering och förskrivning. Uppgiften om logg är från 2015.',
  }),
  one('tcwebb', 'TCwebb', {
    applicationType: 'service',
    personalData: 'unknown',
    subjectRegimes: ['employment'],
    logFunction: 'unknown',
    description: 'Bemanning och schema. Kontrollera med verksamheten.',
  }),
  one('socialjour', 'Socialjour', {
    applicationType: 'service',
    personalData: 'unknown',
    subjectRegimes: ['solpul'],
    logFunction: 'unknown',
    description: 'Jour utanför kontorstid, troligen delad mellan kommuner.',
  }),
  one('senior-alert', 'Senior alert', {
    ...register,
    cpuaName: 'Region Jönköpings län',
    authenticationMethods: ['siths'],
    description: 'Fall, trycksår och undernäring.',
  }),
  one('bpsd', 'BPSD', { ...register, cpuaName: 'Region Skåne', description: 'Symtom vid demenssjukdom.' }),
  one('palliativregistret', 'Palliativregistret', {
    ...register,
    cpuaName: 'Region Jönköpings län',
    description: 'Vård i livets slut. De registrerade är avlidna.',
  }),
  one(
    'svevac',
    'Svevac',
    {
      applicationType: 'service',
      personalData: 'yes',
      subjectRegimes: ['pdl'],
      logFunction: 'unknown',
      plannedEndAt: '2018-12-31',
      decommissionedAt: '2018-12-31',
      description: 'Vaccinationsjournal, avvecklad. Ta reda på var journalen är arkiverad.',
    },
    'decommissioned',
  ),
]

function one(key: string, name: string, more: Partial<ApplicationData>, state = 'inOperation'): DemoAsset {
  const data = ({ unit, person }: AssetIds): ApplicationData => ({
    name,
    usingOrgUnitIds: [unit('sektor-omsorg')],
    responsiblePersonId: person('socialchef'),
    systemOwnerId: person('socialchef'),
    ...more,
  })
  return { kind: 'application', key, state, by: 'it.omsorg', data }
}
