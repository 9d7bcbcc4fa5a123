import { createLambdaCore } from '../lambda-core.ts'
import { createLambdaHandler } from '../lambda-handler.ts'
import { assetKinds } from './kinds.ts'
import { assetRoutes } from './routes.ts'

const core = createLambdaCore(process.env, assetKinds)

export const handler = createLambdaHandler(core, assetRoutes(core.deps))
