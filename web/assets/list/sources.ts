import { getJson } from '../../api/request.ts'

/** The systems that feed the inventory, as far as is known. */
export async function readSources(): Promise<string[]> {
  try {
    return (await getJson<{ items: { source: string }[] }>('/api/assets/sources')).items.map(({ source }) => source)
  } catch {
    return []
  }
}
