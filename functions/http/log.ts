import { metricLine } from './metric-line.ts'

/** One line for one request. Never content, never query values, never who: the route's pattern says what was asked. */
export interface LogLine {
  time: string
  requestId: string
  /** The trace that the request is part of, where there is tracing. */
  traceId?: string
  method: string
  /** The pattern of the matched route, `-` when none matched. */
  route: string
  status: number
  /** It came past the CDN and was refused for that. */
  pastCdn?: true
  durationMs: number
  /** It took longer than anybody should wait. */
  slow?: true
  readUnits?: number
  writeUnits?: number
  /** Names of an unexpected error and its causes, with the places in the code; messages may hold content and are left out. */
  error?: ErrorTrace
}

/** An unexpected error as a log may hold it. */
export interface ErrorTrace {
  names: string[]
  frames: string[]
}

export type Log = (line: LogLine) => void

/** From here on a request is marked as slow. */
export const slowMs = 1000

/** Writes each line as one JSON text. */
export function createJsonLog(write: (text: string) => void): Log {
  return (line) => write(`${JSON.stringify(line)}\n`)
}

/**
 * As `createJsonLog`, with the line's figures as metrics of the API: how long it took, what it cost, whether it failed, was slow or came past
 * the CDN. One set for all functions, since each metric is paid for; `handler` says which of them it was. Only figures that there are.
 */
export function createMetricLog(handler: string, write: (text: string) => void): Log {
  return ({ time, durationMs, readUnits, writeUnits, slow, pastCdn, ...line }) => {
    const figures = {
      durationMs,
      ...(readUnits && { readUnits }),
      ...(writeUnits && { writeUnits }),
      ...(slow && { slow: 1 }),
      ...(line.status >= 500 && { failed: 1 }),
      ...(pastCdn && { RequestsPastCdn: 1 }),
    }
    write(`${metricLine('api', Date.parse(time), figures, { handler, ...line })}\n`)
  }
}

/** An error as the log may hold it. */
export function traceOf(error: unknown): ErrorTrace {
  const names: string[] = []
  for (let at: unknown = error; at instanceof Error && names.length < 5; at = at.cause) names.push(at.name)
  return { names: names.length > 0 ? names : [typeof error], frames: error instanceof Error ? framesOf(error) : [] }
}

/** The places in the code; the message stands before them in the stack and may look like one. */
function framesOf({ stack = '', message }: Error): string[] {
  const after = stack.indexOf(message) + message.length
  const frames = stack.slice(after).split('\n').slice(1)
  return frames
    .filter((line) => /^\s+at /.test(line))
    .slice(0, 10)
    .map((line) => line.trim())
}
