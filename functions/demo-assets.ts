import { equipment } from './assets/equipment.ts'
import { application } from './assets/application.ts'
import { medicalDevice } from './assets/medical-device.ts'
import { generateAsset, type Generated } from './demo/assets/generate.ts'
import { systemActor } from './directory/directory.ts'
import { localConfig } from './local/config.ts'
import { dayOf } from './register/core.ts'
import type { Kind } from './register/kind.ts'
import { openRegister } from './register-import/register-store.ts'

const batchSize = 500
/** Batches on their way at once, so that they share syncs to disk. */
const lanes = 4
const mostAssets = 2_000_000
const kinds = { equipment, medicalDevice, application } as unknown as { [name: string]: Kind<object> }

/** `npm run demo:assets -- 300000`: so many realistic assets in the register of DATA_DIR; run again, it goes on where it was. */
async function fill(count: number): Promise<void> {
  const { dataDir } = localConfig(process.env)
  const register = openRegister(dataDir, process.env['CLOCK'])
  if (!register) throw new Error(`There is no register in ${dataDir}. Start it once with npm start, or set DATA_DIR.`)
  try {
    const { deps, directory } = register.core
    const tree = await directory.tree()
    const actor = systemActor(tree)
    const units = (await allOf('orgUnit')).filter((id) =>
      ['unit', 'area', 'administration'].includes(tree.node(id)?.kind ?? ''),
    )
    const people = await allOf('person')
    const world = { units, people, today: dayOf(deps.now()) }
    const keeper = { ...actor, personId: people[0] ?? actor.personId }
    const started = Date.now()
    for (let from = 0; from < count; from += batchSize * lanes) {
      const end = Math.min(from + batchSize * lanes, count)
      const some = Array.from({ length: end - from }, (_, at) => generateAsset(from + at, world))
      await Promise.all(
        Array.from({ length: lanes }, (_, lane) => save(some.filter((_one, at) => at % lanes === lane))),
      )
      if ((from / (batchSize * lanes)) % 5 === 4 && end < count) report(end, started)
    }
    report(count, started)

    async function save(some: readonly Generated[]): Promise<void> {
      for (const [name, kind] of Object.entries(kinds)) {
        const items = some.filter((one) => one.kind === name).map(({ id, data, state }) => ({ id, data, state }))
        const saved = await deps.engine.saveMany(kind, items, keeper, { managed: true })
        const refused = saved.find((one) => one.status === 'refused')
        if (refused) throw refused.error
      }
    }

    async function allOf(kind: string): Promise<string[]> {
      const { orgUnit } = await import('./directory/org-unit.ts')
      const { person } = await import('./directory/person.ts')
      const asked = (kind === 'person' ? person : orgUnit) as unknown as Kind<object>
      const ids: string[] = []
      for (let cursor: string | undefined; ;) {
        const page = await deps.engine.list(asked, { limit: 200, ...(cursor && { cursor }) }, actor)
        ids.push(...page.items.map(({ id }) => id))
        if (!page.next) return ids
        cursor = page.next
      }
    }
  } finally {
    await register.close()
  }
}

function report(done: number, started: number): void {
  const seconds = Math.max((Date.now() - started) / 1000, 0.001)
  process.stdout.write(`${done} assets, ${Math.round(done / seconds)} a second\n`)
}

try {
  const count = Number(process.argv[2])
  if (!Number.isInteger(count) || count < 1 || count > mostAssets)
    throw new Error('Say how many: npm run demo:assets -- 300000')
  await fill(count)
} catch (error) {
  console.error(error instanceof Error ? error.message : error)
  process.exitCode = 1
}
