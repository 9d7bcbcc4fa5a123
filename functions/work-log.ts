import { traceOf } from './http/log.ts'
import { metricLine } from './http/metric-line.ts'
import type { Report } from './mail/mail-deps.ts'

/** Lines that are counted, beside the faults: `what` of the line -> name of the metric. */
type Counted = { readonly [what: string]: string }

/**
 * Writes what a worker says of itself as one JSON text a line; a line with an error also counts as a fault of the service. Ids and codes
 * only; of an error the names and places, since messages may hold content.
 */
export function createWorkLog(
  service: string,
  write: (text: string) => void,
  nowMs: () => number,
  counted: Counted = {},
): Report {
  return ({ error, ...line }) => {
    const name = counted[line.what]
    const figures = { ...(error !== undefined && { [`${pascal(service)}Faults`]: 1 }), ...(name && { [name]: 1 }) }
    const beside = { ...line, ...(error !== undefined && { error: traceOf(error) }) }
    const isCounted = Object.keys(figures).length > 0
    const plain = () => JSON.stringify({ service, time: new Date(nowMs()).toISOString(), ...beside })
    write(`${isCounted ? metricLine(service, nowMs(), figures, beside) : plain()}\n`)
  }
}

function pascal(service: string): string {
  return service.replace(/(^|-)(\w)/g, (_all, _dash, letter: string) => letter.toUpperCase())
}
