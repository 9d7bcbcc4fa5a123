import { createEventCore } from '../event-core.ts'
import { createWorkLog } from '../work-log.ts'
import { createNightHandler } from './work.ts'

const counted = { passDone: 'NightlyPasses', feedSilent: 'SilentFeeds' }
const log = createWorkLog('nightly', (line) => process.stdout.write(line), Date.now, counted)

export const handler = createNightHandler(createEventCore(process.env), log)
