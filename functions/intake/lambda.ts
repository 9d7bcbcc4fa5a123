import { createCore } from '../core.ts'
import { bucketOf } from '../files/bucket-of.ts'
import { createLambdaCore } from '../lambda-core.ts'
import { createLambdaHandler } from '../lambda-handler.ts'
import type { Outline } from '../register/outline.ts'

const core = createLambdaCore(createCore, process.env, { furtherKind, files: bucketOf(process.env) })
const url = process.env['IMPORT_QUEUE_URL'] ?? ''

const load = async () => {
  const [{ intakeRoutes }, { openSqsQueue }] = await Promise.all([import('./routes.ts'), import('./sqs-queue.ts')])
  return intakeRoutes(core, openSqsQueue({ url }))
}

async function furtherKind(name: string): Promise<Outline<object> | undefined> {
  return (await import('../intake-targets.ts')).intakeKind(name)
}

export const handler = createLambdaHandler(core, { later: [{ under: '/api', load }] })
