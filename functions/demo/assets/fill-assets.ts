import { assetKinds } from '../../assets/asset-kinds.ts'
import type { Actor } from '../../register/actor.ts'
import type { Engine } from '../../register/api.ts'
import type { Kind } from '../../register/kind.ts'
import type { AssetIds } from './demo-asset.ts'
import { demoDevices } from './devices.ts'
import { demoEquipment } from './equipment.ts'
import { municipalSystems } from './municipal-systems.ts'
import { regionSystems } from './region-systems.ts'

/** In an order in which each names only those before it. */
const demoAssets = [...demoEquipment, ...regionSystems, ...municipalSystems, ...demoDevices]

/** Writes the demo inventory, each asset in the state it is in; gives the ids by the keys of the demo data. */
export async function fillAssets(
  engine: Engine,
  actor: (userId: string) => Promise<Actor>,
  ids: Omit<AssetIds, 'asset'>,
): Promise<{ [key: string]: string }> {
  const made: { [key: string]: string } = {}
  const known: AssetIds = { ...ids, asset: (key) => made[key] ?? missing(key) }
  for (const { key, kind: name, state, by, data } of demoAssets) {
    const kind = assetKinds.find((one) => one.name === name) as unknown as Kind<object>
    const { record } = await engine.create(kind, data(known), await actor(by), { state })
    made[key] = record.id
  }
  return made
}

function missing(key: string): never {
  throw new Error(`the demo inventory lacks ${key}`)
}
