import { bucketOptions } from '../files/bucket-options.ts'
import { furtherKind } from '../further-kind.ts'
import { createLambdaCore } from '../lambda-core.ts'
import { createLambdaHandler } from '../lambda-handler.ts'
import { createReadingCore } from '../reading-core.ts'

const core = createLambdaCore(createReadingCore, process.env, { furtherKind })
const bucket = process.env['HEADS_BUCKET'] ?? ''

const load = async () => {
  const [{ proofRoutes }, { allOutlines }, { readSealedHeads }] = await Promise.all([
    import('./routes.ts'),
    import('../outlines.ts'),
    import('./sealed-heads.ts'),
  ])
  return proofRoutes(core.deps.store, allOutlines, readSealedHeads(bucketOptions(bucket, process.env)))
}

export const handler = createLambdaHandler(core, { later: [{ under: '/api', load }] })
