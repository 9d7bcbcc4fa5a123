import { createCore } from '../core.ts'
import { scannedBucketOf } from '../files/file-scan.ts'
import { furtherKind } from '../further-kind.ts'
import { createLambdaCore } from '../lambda-core.ts'
import { createLambdaHandler } from '../lambda-handler.ts'

const core = createLambdaCore(createCore, process.env, { furtherKind, files: scannedBucketOf(process.env) })
const { deps } = core

export const handler = createLambdaHandler(core, {
  later: [{ under: '/api', load: async () => (await import('./routes.ts')).supplierRoutes(deps) }],
})
