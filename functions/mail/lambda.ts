import { createEventCore, required } from '../event-core.ts'
import { createWorkLog } from '../work-log.ts'
import { createSesPost } from './ses-post.ts'
import { createMailSender } from './work.ts'

const { env } = process
const [from, configurationSet] = [required(env, 'MAIL_FROM'), required(env, 'MAIL_CONFIGURATION_SET')]
const log = createWorkLog('mail', (line) => process.stdout.write(line), Date.now)

export const handler = createMailSender(
  createEventCore(env),
  createSesPost({ from, configurationSet }),
  required(env, 'ORIGIN'),
  log,
)
