import { type AssetRule, used, when } from './rule.ts'
import { lastAnalysis } from './traits.ts'

/** Rules about medical devices (domain section 5, MD). */
export const deviceRules: readonly AssetRule[] = [
  {
    id: 'MD-01',
    source: 'S0, HSLF52',
    kinds: ['medicalDevice'],
    states: used,
    test: ({ data }) =>
      when(data.connectedToNetwork && !lastAnalysis(data, 'medicalDevice', true), 'H', '/riskAnalysisIds'),
  },
  {
    id: 'MD-02',
    source: 'S0, HSLF52',
    kinds: ['medicalDevice'],
    states: used,
    test({ data }) {
      const analysed = lastAnalysis(data, 'medicalDevice', true)
      return when(analysed && data.softwareChangedAt && data.softwareChangedAt > analysed, 'H', '/softwareChangedAt', {
        params: { date: data.softwareChangedAt ?? '' },
      })
    },
  },
  {
    id: 'MD-03',
    source: 'DSF 30',
    kinds: ['medicalDevice'],
    states: ['inOperation', 'phasingOut'],
    test: ({ data, activities }) =>
      when(
        (data.storesPatientData || data.transmitsPatientData) && activities?.length === 0,
        'H',
        '/storesPatientData',
        {
          passing: true,
        },
      ),
  },
  {
    id: 'MD-04',
    source: 'S0',
    kinds: ['medicalDevice'],
    states: used,
    test: ({ data }) => when(data.connectedToNetwork && !data.itInventoryRef, 'M', '/itInventoryRef'),
  },
  {
    id: 'MD-05',
    source: 'HSLF52',
    kinds: ['medicalDevice'],
    states: ['inOperation'],
    test: ({ data }, { today }) =>
      when(data.nextMaintenanceAt && data.nextMaintenanceAt < today, 'M', '/nextMaintenanceAt', {
        passing: true,
        params: { date: data.nextMaintenanceAt ?? '' },
      }),
  },
]
