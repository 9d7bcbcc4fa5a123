/** What the server says of a feed: what became of each row, or would become of it. */
export interface FeedReport {
  dryRun: boolean
  counts: { [status: string]: number }
  results: FeedRow[]
  endedNobody?: { named: number; active: number }
}

export interface FeedRow {
  part: string
  row?: number
  key: string
  status: string
  code?: string
  errors?: { pointer: string; code: string; detail?: string }[]
}

export const statuses = ['created', 'updated', 'unchanged', 'ended', 'refused'] as const

/** The body of a feed, or undefined when the text is no JSON object. */
export function readFeed(text: string): object | undefined {
  try {
    const body: unknown = JSON.parse(text.replace(/^\uFEFF/, ''))
    return typeof body === 'object' && body !== null && !Array.isArray(body) ? body : undefined
  } catch {
    return undefined
  }
}
