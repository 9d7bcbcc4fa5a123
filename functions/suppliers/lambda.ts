import { createLambdaCore } from '../lambda-core.ts'
import { createLambdaHandler } from '../lambda-handler.ts'
import { supplierKinds } from './kinds.ts'
import { supplierRoutes } from './routes.ts'

const core = createLambdaCore(process.env, supplierKinds)

export const handler = createLambdaHandler(core, supplierRoutes(core.deps))
