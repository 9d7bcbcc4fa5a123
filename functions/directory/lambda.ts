import { signInSettingsOf } from '../http/sign-in-settings.ts'
import { createCore } from '../core.ts'
import { furtherKind } from '../further-kind.ts'
import { createLambdaCore } from '../lambda-core.ts'
import { createLambdaHandler } from '../lambda-handler.ts'

const core = createLambdaCore(createCore, process.env, { furtherKind })
const { deps, directory } = core
const settings = signInSettingsOf(process.env)
const report = (trouble: object) => console.log(JSON.stringify(trouble))

export const handler = createLambdaHandler(core, {
  later: [
    {
      under: '/api/session',
      load: async () => {
        const { createSignIn } = await import('../http/sign-in-service.ts')
        return createSignIn({ store: deps.store, directory, settings, now: deps.now, report }).routes
      },
    },
    { under: '/api', load: async () => (await import('./routes.ts')).directoryRoutes(deps, directory) },
  ],
})
