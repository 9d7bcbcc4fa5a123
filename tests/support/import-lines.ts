/** What one message cost, as the worker's log tells it. */
export interface WorkLine {
  step: string
  came?: string
  fault?: string
  ReadUnits: number
  WriteUnits: number
  ImportMilliseconds: number
}

/** The lines of a worker's log that tell of messages. */
export function workLines(output: string): WorkLine[] {
  return output
    .split('\n')
    .filter((line) => line.includes('"ImportMessages"'))
    .map((line) => JSON.parse(line) as WorkLine)
}
