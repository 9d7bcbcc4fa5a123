import type { Actor } from '../register/actor.ts'
import { RegisterError } from '../register/errors.ts'
import type { ImportJob } from './job.ts'
import type { OutcomeName, RowOutcome } from './outcome.ts'
import { readPage } from './pages.ts'
import { ownColumns } from './target.ts'
import { type RowView, viewOfRow } from './view.ts'
import { type IntakeDeps, targetOf } from './work.ts'
import { createNames, type Names } from './world.ts'

/** A part of the rows of one outcome. Throws `malformed` for a cursor that is none. */
export async function rowsPage(
  deps: IntakeDeps,
  job: ImportJob,
  { show, limit, cursor }: { show: OutcomeName; limit: number; cursor?: string },
  actor: Actor,
): Promise<{ items: RowView[]; next?: string }> {
  const from = cursor === undefined ? { page: 0, at: 0 } : placeOf(cursor)
  const rows = from.page < (job.pages[show] ?? 0) ? ((await readPage(deps.files, job, show, from.page)) ?? []) : []
  const items = rows.slice(from.at, from.at + limit)
  const target = targetOf(deps, job.kind)
  if (!target) return { items: [] }
  const world = createNames(deps, actor)
  await learnNames(world, items, job.kind, target.columns)
  const at = from.at + items.length
  const next = at < rows.length ? { page: from.page, at } : { page: from.page + 1, at: 0 }
  return {
    items: items.map((row) => viewOfRow(row, job, target, world, actor.language)),
    ...(next.page < (job.pages[show] ?? 0) && items.length > 0 && { next: `${next.page}.${next.at}` }),
  }
}

/** Learns what the rows name by id. */
export async function learnNames(
  world: Names,
  rows: readonly RowOutcome[],
  kind: string,
  columns: readonly { field: string; names: readonly string[] }[],
): Promise<void> {
  const ids = new Map<string, Set<string>>()
  const want = (name: string, value: unknown) => {
    const wanted = ids.get(name) ?? new Set()
    ids.set(name, wanted)
    for (const id of [value].flat()) if (typeof id === 'string') wanted.add(id)
  }
  for (const { changes = [], faults = [] } of rows) {
    for (const { field, from, to } of changes) {
      if (field === ownColumns.state) continue
      for (const name of columns.find((column) => column.field === field)?.names ?? []) {
        want(name, from)
        want(name, to)
      }
    }
    for (const { params } of faults) if (params?.['id'] !== undefined) want(kind, String(params['id']))
  }
  for (const [name, wanted] of ids) await (name === 'orgUnit' ? world.load([name]) : world.learnIds(name, [...wanted]))
}

function placeOf(cursor: string): { page: number; at: number } {
  const [page, at] = /^(\d{1,6})\.(\d{1,4})$/.exec(cursor)?.slice(1).map(Number) ?? []
  if (page === undefined || at === undefined)
    throw new RegisterError('malformed', 'bad cursor', { reason: 'bad-cursor' })
  return { page, at }
}
