import { createSignIn } from '../http/sign-in-service.ts'
import { signInSettingsOf } from '../http/sign-in-settings.ts'
import { createLambdaCore } from '../lambda-core.ts'
import { createLambdaHandler } from '../lambda-handler.ts'

const core = createLambdaCore(process.env)
const { deps, directory } = core
const settings = signInSettingsOf(process.env)
const report = (trouble: object) => console.log(JSON.stringify(trouble))
const signIn = createSignIn({ store: deps.store, directory, settings, now: deps.now, report })

export const handler = createLambdaHandler(
  core,
  {
    routes: signIn.routes,
    later: [{ under: '/api', load: async () => (await import('./routes.ts')).directoryRoutes(deps, directory) }],
  },
  signIn.authenticate,
)
