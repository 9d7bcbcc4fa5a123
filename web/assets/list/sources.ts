import { getJson } from '../../api/request.ts'
import type { AssetRow } from '../asset.ts'

/** Every source that has ever sent assets, by feed or by file; none when they cannot be read. */
export async function readSources(): Promise<string[]> {
  try {
    const { items } = await getJson<{ items: { source: string }[] }>('/api/assets/sources')
    return items.map(({ source }) => source)
  } catch {
    return []
  }
}

/** Every source to choose from: those that are known, of the rows that are shown, and those chosen already. */
export function sourcesOf(
  known: readonly string[],
  rows: readonly AssetRow[],
  chosen: readonly string[],
): readonly string[] {
  const shown = rows.flatMap(({ data }) => (data.externalIds ?? []).map(({ source }) => source))
  return [...new Set([...known, ...shown, ...chosen])].toSorted((a, b) => a.localeCompare(b, 'sv'))
}
