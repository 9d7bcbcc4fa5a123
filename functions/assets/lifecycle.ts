import type { Actor } from '../register/actor.ts'
import type { Missing } from '../register/errors.ts'
import type { Snapshot, Transition, TransitionInput } from '../register/kind.ts'
import type { AssetData } from './data.ts'

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

const idle = ['introduction', 'inOperation', 'outOfService', 'storage']
const notDisposed = assetStates.filter((state) => state !== 'disposed')

type Who<T> = (actor: Actor, snapshot: Snapshot<T>) => boolean

/** The moves of an asset that its short record can bear out; `dispose` follows with the proof it demands. */
export function assetTransitions<T extends AssetData>(keeper: Who<T>): { [name: string]: Transition<T> } {
  const move = (from: readonly string[], state: string, requires?: Transition<T>['requires']): Transition<T> => ({
    from,
    who: keeper,
    ...(requires && { requires }),
    apply: () => ({ state }),
  })
  return {
    acquire: move(['planned'], 'acquisition'),
    introduce: move(['planned', 'acquisition'], 'introduction', placed),
    putInOperation: move(['introduction', 'storage', 'outOfService'], 'inOperation', placed),
    phaseOut: move(['inOperation'], 'phasingOut'),
    decommission: move(
      notDisposed.filter((state) => state !== 'decommissioned'),
      'decommissioned',
    ),
    store: move(
      idle.filter((state) => state !== 'storage'),
      'storage',
    ),
    takeOutOfService: move(
      idle.filter((state) => state !== 'outOfService'),
      'outOfService',
    ),
    reportMissing: {
      from: notDisposed.filter((state) => state !== 'missing'),
      who: keeper,
      apply: ({ snapshot }) => ({ state: 'missing', data: { stateBefore: snapshot.newest.state } as Partial<T> }),
    },
    recover: {
      from: ['missing'],
      who: keeper,
      apply: ({ snapshot }) => ({ state: snapshot.newest.data.stateBefore ?? 'storage' }),
    },
  }
}

/** Using unit and responsible person are settled before an asset is introduced. */
function placed<T extends AssetData>({ snapshot }: TransitionInput<T>): Missing[] {
  const { usingOrgUnitIds = [], responsiblePersonId } = snapshot.newest.data
  return [
    ...(usingOrgUnitIds.length > 0 ? [] : [{ pointer: '/usingOrgUnitIds', rule: 'usingOrgUnitIds', source: 'S0' }]),
    ...(responsiblePersonId ? [] : [{ pointer: '/responsiblePersonId', rule: 'responsiblePersonId', source: 'S0' }]),
  ]
}
