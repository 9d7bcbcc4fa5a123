import { type FileStore, readWhole } from '../files/file-store.ts'
import type { OutcomeName, RowOutcome } from './outcome.ts'

const rowsOfPage = 500

/** Where the files of an import are kept. */
export const places = {
  upload: (id: string) => `imports/${id}/upload`,
  rows: (id: string) => `imports/${id}/rows`,
  halt: (id: string, run: number) => `imports/${id}/${run}/halt.json`,
  chunk: (id: string, run: number, chunk: number) => `imports/${id}/${run}/rows/${String(chunk).padStart(6, '0')}.json`,
  failures: (id: string, run: number, chunk: number) =>
    `imports/${id}/${run}/failures/${String(chunk).padStart(6, '0')}.json`,
  page: (id: string, run: number, outcome: string, page: number) =>
    `imports/${id}/${run}/${outcome}-${String(page).padStart(5, '0')}.json`,
}

/** Writes rows in pages, one series an outcome, as they are decided. */
export interface PageWriter {
  add(outcome: RowOutcome): Promise<void>
  /** Writes what is left; gives the number of pages of each series. */
  end(): Promise<{ [outcome: string]: number }>
}

/** `started`: pages that a series has already. */
export function createPageWriter(
  files: FileStore,
  { id, run }: { id: string; run: number },
  started: { readonly [outcome: string]: number } = {},
): PageWriter {
  const pages: { [outcome: string]: number } = { ...started }
  /** As JSON, which takes less room than what it says. */
  const waiting = new Map<OutcomeName, string[]>()
  const write = async (outcome: OutcomeName, rows: string[]) => {
    waiting.set(outcome, [])
    const page = pages[outcome] ?? 0
    await files.put(places.page(id, run, outcome, page), Buffer.from(`[${rows.join(',')}]`))
    pages[outcome] = page + 1
  }
  return {
    async add(row) {
      const rows = waiting.get(row.outcome) ?? []
      waiting.set(row.outcome, rows)
      rows.push(JSON.stringify(row))
      if (rows.length === rowsOfPage) await write(row.outcome, rows)
    },
    async end() {
      for (const [outcome, rows] of waiting) if (rows.length > 0) await write(outcome, rows)
      return pages
    },
  }
}

/** One page of rows; undefined past the end. */
export async function readPage(
  files: FileStore,
  { id, run }: { id: string; run: number },
  outcome: string,
  page: number,
): Promise<RowOutcome[] | undefined> {
  const bytes = await readWhole(files, places.page(id, run, outcome, page))
  return bytes && (JSON.parse(bytes.toString('utf8')) as RowOutcome[])
}

/** All rows of an outcome, page by page. */
export async function* allRows(
  files: FileStore,
  job: { id: string; run: number; pages: { readonly [outcome: string]: number } },
  outcome: OutcomeName,
): AsyncGenerator<RowOutcome[]> {
  for (let page = 0; page < (job.pages[outcome] ?? 0); page++) yield (await readPage(files, job, outcome, page)) ?? []
}
