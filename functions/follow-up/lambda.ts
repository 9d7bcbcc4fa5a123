import { createEventCore, required } from '../event-core.ts'
import { createWorkLog } from '../work-log.ts'
import { createSqsQueue } from './sqs-queue.ts'
import { createFollowUp } from './work.ts'

const queue = createSqsQueue({ url: required(process.env, 'MAIL_QUEUE_URL') })
const log = createWorkLog('follow-up', (line) => process.stdout.write(line), Date.now)

export const handler = createFollowUp(createEventCore(process.env), queue, log)
