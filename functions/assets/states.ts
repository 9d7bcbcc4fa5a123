/** From planned to disposed of, with the side states storage, out of service and missing (domain model section 4). */
export const assetStates = [
  'planned',
  'acquisition',
  'introduction',
  'inOperation',
  'phasingOut',
  'decommissioned',
  'disposed',
  'storage',
  'outOfService',
  'missing',
] as const

export type AssetState = (typeof assetStates)[number]

/** All states but those. */
export function statesBut(...states: readonly AssetState[]): AssetState[] {
  return assetStates.filter((state) => !states.includes(state))
}
