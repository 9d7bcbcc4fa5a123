import type { AgreementData } from './agreement-data.ts'
import type { ActivityFacts } from './facts.ts'
import { countriesOf, current } from './sub-processors.ts'

/** What an activity does that the instruction to the processor does not say (rule SU-06). */
export interface Drift {
  id: string
  number?: string
  name: string
  dataCategories: string[]
  subjects: string[]
  countries: string[]
}

/** How far each linked activity has drifted from the instruction; those that keep within it are left out. */
export function driftOf(
  { instruction = {} }: Pick<AgreementData, 'instruction'>,
  activities: readonly ActivityFacts[],
): Drift[] {
  return activities.flatMap(({ id, number, name, dataCategories, subjects, countries }) => {
    const beyond = {
      dataCategories: without(dataCategories, instruction.dataCategories),
      subjects: without(subjects, instruction.subjects),
      countries: without(countries, instruction.locations),
    }
    const drifts = Object.values(beyond).some((codes) => codes.length > 0)
    return drifts ? [{ id, ...(number && { number }), name, ...beyond }] : []
  })
}

/** Countries of the sub-processors that the instruction does not let the data go to. */
export function countriesBeyond({ instruction, subProcessors }: AgreementData): string[] {
  return instruction?.locations ? without(countriesOf(current(subProcessors)), instruction.locations) : []
}

function without(codes: readonly string[], allowed: readonly string[] = []): string[] {
  return [...new Set(codes)].filter((code) => !allowed.includes(code))
}
