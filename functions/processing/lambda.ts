import { healthRoute } from '../http/about.ts'
import { searchRoute } from '../http/search-route.ts'
import { allKinds } from '../kinds.ts'
import { createLambdaCore } from '../lambda-core.ts'
import { createLambdaHandler } from '../lambda-handler.ts'
import { processingRoutes } from './routes.ts'

const core = createLambdaCore(process.env, allKinds)
const { deps, directory } = core

export const handler = createLambdaHandler(core, [
  healthRoute(),
  searchRoute(deps, allKinds),
  ...processingRoutes(deps, directory.codes),
])
