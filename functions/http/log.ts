/** One line for one request. Never content, never query values, never who: the route's pattern says what was asked. */
export interface LogLine {
  time: string
  requestId: string
  method: string
  /** The pattern of the matched route, `-` when none matched. */
  route: string
  status: number
  durationMs: number
  readUnits?: number
  writeUnits?: number
  /** Names of an unexpected error and its causes, with the places in the code; messages may hold content and are left out. */
  error?: { names: string[]; frames: string[] }
}

export type Log = (line: LogLine) => void

/** Writes each line as one JSON text. */
export function createJsonLog(write: (text: string) => void): Log {
  return (line) => write(`${JSON.stringify(line)}\n`)
}

/** An error as the log may hold it. */
export function traceOf(error: unknown): { names: string[]; frames: string[] } {
  const names: string[] = []
  for (let at: unknown = error; at instanceof Error && names.length < 5; at = at.cause) names.push(at.name)
  const stack = error instanceof Error ? (error.stack ?? '') : ''
  const frames = stack.split('\n').filter((line) => /^\s+at /.test(line))
  return { names: names.length > 0 ? names : [typeof error], frames: frames.slice(0, 10).map((line) => line.trim()) }
}
