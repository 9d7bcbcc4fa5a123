import type { OrgTree } from '../register/actor.ts'
import type { Engine } from '../register/api.ts'
import { RegisterError } from '../register/errors.ts'
import { everyUnit, nodeOf, reader } from './load.ts'
import { orgUnit } from './org-unit.ts'
import { treeOf } from './tree.ts'

/**
 * The organisation as it was at a time in the past (RFC 3339 UTC). A unit that came into the register later stands as it came in: the
 * organisation is older than the register.
 */
export async function loadTreeThen(engine: Engine, time: string): Promise<OrgTree> {
  const units = await everyUnit(engine)
  const nodes = await Promise.all(
    units.map(async (unit) => {
      if (unit.updatedAt <= time || unit.revision === 1) return nodeOf(unit)
      const then = await found(engine.get(orgUnit, unit.id, reader, { asOf: time }))
      return nodeOf(then ?? (await engine.get(orgUnit, unit.id, reader, { revision: 1 })).record)
    }),
  )
  return treeOf(nodes)
}

async function found<R>(shown: Promise<{ record: R }>): Promise<R | undefined> {
  try {
    return (await shown).record
  } catch (error) {
    if (error instanceof RegisterError && error.code === 'not-found') return undefined
    throw error
  }
}
