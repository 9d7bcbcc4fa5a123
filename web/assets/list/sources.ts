import { recentImports } from '../../intake/job.ts'
import type { AssetKind, AssetRow } from '../asset.ts'

/** The sources of the latest files, for those who keep some kinds; none for others. */
export async function readSources(kept: readonly AssetKind[]): Promise<string[]> {
  try {
    const lists = await Promise.all(kept.map(({ name }) => recentImports(name)))
    return lists.flat().map(({ source }) => source)
  } catch {
    return []
  }
}

/** Every source that the page knows of: of files, of the rows that are shown, and those chosen already. */
export function sourcesOf(
  files: readonly string[],
  rows: readonly AssetRow[],
  chosen: readonly string[],
): readonly string[] {
  const shown = rows.flatMap(({ data }) => (data.externalIds ?? []).map(({ source }) => source))
  return [...new Set([...files, ...shown, ...chosen])].toSorted((a, b) => a.localeCompare(b, 'sv'))
}
