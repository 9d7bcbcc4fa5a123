import { StartFault } from './start-fault.ts'

/** How the local server is to run, from its environment. */
export interface LocalConfig {
  port: number
  origin: string
  dataDir: string
  /** RFC 3339: what the clock shows at first; the real time when absent. */
  start?: string
  /** Whether an empty data directory is filled with demo records, not only with the organisation and its people. */
  demo: boolean
  /** Whether the web front end is built and served beside the API. */
  web: boolean
}

/** Reads PORT, DATA_DIR, CLOCK, DEMO and WEB. Throws `StartFault` for a value that cannot be used. */
export function localConfig(environment: { readonly [name: string]: string | undefined }): LocalConfig {
  const port = Number(environment['PORT'] ?? 3000)
  if (!Number.isInteger(port) || port < 1 || port > 65_535) {
    throw new StartFault(`PORT is no port: ${environment['PORT']}`)
  }
  const start = environment['CLOCK']
  if (start && Number.isNaN(Date.parse(start))) throw new StartFault(`CLOCK is no RFC 3339 time: ${start}`)
  return {
    port,
    origin: `http://localhost:${port}`,
    dataDir: environment['DATA_DIR'] ?? '.data',
    ...(start && { start }),
    demo: environment['DEMO'] !== '0',
    web: environment['WEB'] !== '0',
  }
}
