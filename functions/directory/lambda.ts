import { createSignIn } from '../http/sign-in-service.ts'
import { signInSettingsOf } from '../http/sign-in-settings.ts'
import { createLambdaCore } from '../lambda-core.ts'
import { createLambdaHandler } from '../lambda-handler.ts'
import { directoryKinds } from './kinds.ts'
import { directoryRoutes } from './routes.ts'

const core = createLambdaCore(process.env, directoryKinds)
const { deps, directory } = core
const settings = signInSettingsOf(process.env)
const report = (trouble: object) => console.log(JSON.stringify(trouble))
const signIn = createSignIn({ store: deps.store, directory, settings, now: deps.now, report })
const routes = [...directoryRoutes(deps, directory), ...signIn.routes]

export const handler = createLambdaHandler(core, routes, signIn.authenticate)
