import { createLambdaCore } from '../lambda-core.ts'
import { createLambdaHandler } from '../lambda-handler.ts'
import { supplierRoutes } from './routes.ts'

const core = createLambdaCore(process.env)

export const handler = createLambdaHandler(core, supplierRoutes(core.deps))
