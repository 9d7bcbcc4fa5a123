import type { CoverageStatus } from '../../../functions/suppliers/vocabulary.ts'

export type { CoverageStatus }

/** How much is wrong, most first: the order in which a cell says what it says. */
export const gravest: readonly CoverageStatus[] = ['missing', 'expired', 'wrongController', 'notYetValid', 'covered']
