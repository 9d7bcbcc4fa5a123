import type { Actor } from '../actor.ts'
import type { Engine, Summary } from '../api.ts'
import type { Outline } from '../outline.ts'

/** The first records that a list holds, page by page until there are `most` of them or the list ends; a few more may come. */
export async function firstListed<T extends object>(
  engine: Engine,
  kind: Outline<T>,
  filters: { [name: string]: readonly string[] },
  actor: Actor,
  most: number,
): Promise<Summary[]> {
  const items: Summary[] = []
  let cursor: string | undefined
  do {
    const page = await engine.list(kind, { filters, limit: most, ...(cursor && { cursor }) }, actor)
    items.push(...page.items)
    cursor = page.next
  } while (cursor && items.length < most)
  return items
}
