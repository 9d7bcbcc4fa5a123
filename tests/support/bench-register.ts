import { randomUUID } from 'node:crypto'
import type { Core } from '../../functions/core.ts'
import { systemActor } from '../../functions/directory/directory.ts'
import { activity } from '../../functions/processing/activity.ts'
import type { ActivityData } from '../../functions/processing/data.ts'
import type { RecordOf } from '../../functions/register/record.ts'
import { rowsOf } from '../../functions/register/rows/rows.ts'
import { openBenchProduct, type BenchProduct } from './bench-product.ts'
import { makeTemporaryDirectory } from './temporary-directory.ts'

const places = ['Norr', 'Söder', 'Öster', 'Väster', 'Ånge', 'Älvdalen', 'Östersund', 'Malmö', 'Kiruna', 'Visby']
const themes = [
  'uppföljning',
  'journal',
  'schema',
  'kvalitet',
  'forskning',
  'passage',
  'remiss',
  'faktura',
  'enkät',
  'logg',
]

/** The product with the demo register and so many registered activities more. */
export async function openBenchRegister(count: number): Promise<BenchProduct> {
  const directory = makeTemporaryDirectory()
  const product = await openBenchProduct(directory.path, (core) => addCopies(core, count))
  return {
    ...product,
    close: async () => {
      await product.close()
      directory.remove()
    },
  }
}

/** Copies of the demo's registered activities under other names and numbers: their rows, which lists and searches read. */
async function addCopies({ deps, directory }: Core, count: number): Promise<void> {
  const actor = systemActor(await directory.tree())
  const { items } = await deps.engine.list(activity, { filters: { state: ['registered'] }, limit: 50 }, actor)
  const shown = await Promise.all(items.map(({ id }) => deps.engine.get(activity, id, actor)))
  const templates = shown.map(({ record }) => record).filter((record) => record.registeredRevision === record.revision)
  for (let first = 0; first < count; first += 50) {
    const copies = Array.from({ length: Math.min(50, count - first) }, (_, offset) => copyOf(templates, first + offset))
    await Promise.all(copies.map((copy) => deps.store.commit(writesOf(copy), randomUUID())))
  }
}

function copyOf(templates: readonly RecordOf<ActivityData>[], index: number): RecordOf<ActivityData> {
  const template = templates[index % templates.length]!
  const number = String(index).padStart(5, '0')
  const own = template.data.name!.charAt(0).toLowerCase() + template.data.name!.slice(1)
  const name = `${places[index % 10]} ${themes[Math.floor(index / 10) % 10]} ${own} ${number}`
  return {
    ...template,
    id: `act_01K0000000000000000000${number}`,
    number: `B-2020-${number}`,
    data: { ...template.data, name },
  }
}

function writesOf(record: RecordOf<ActivityData>): { put: { pk: string; sk: string; body: never } }[] {
  const rows = rowsOf(activity, { newest: record, registered: record })
  return rows.map(({ unique: _unique, ...put }) => ({ put: put as never }))
}
