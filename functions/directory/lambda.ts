import { createSignIn } from '../http/sign-in-service.ts'
import { createLambdaCore } from '../lambda-core.ts'
import { createLambdaHandler } from '../lambda-handler.ts'
import { directoryRoutes } from './routes.ts'

const core = createLambdaCore(process.env)
const { deps, directory, settings } = core
const signIn = createSignIn({ store: deps.store, directory, settings, now: deps.now })
const routes = [...directoryRoutes(deps, directory), ...signIn.routes]

export const handler = createLambdaHandler(core, routes, signIn.authenticate)
