import { healthRoute } from '../http/health-route.ts'
import { createCore } from '../core.ts'
import { furtherKind } from '../further-kind.ts'
import { createLambdaCore } from '../lambda-core.ts'
import { createLambdaHandler } from '../lambda-handler.ts'

const core = createLambdaCore(createCore, process.env, { furtherKind })
const { deps, directory } = core

export const handler = createLambdaHandler(core, {
  routes: [healthRoute()],
  later: [
    {
      under: '/api/search',
      load: async () => {
        const [{ searchRoute }, { allOutlines }] = await Promise.all([
          import('../http/search-route.ts'),
          import('../outlines.ts'),
        ])
        return [searchRoute(deps, allOutlines)]
      },
    },
    {
      under: '/api',
      load: async () => {
        const [{ processingRoutes }, { supplierBeyond }] = await Promise.all([
          import('./routes.ts'),
          import('../suppliers/beyond.ts'),
        ])
        return processingRoutes(deps, directory, supplierBeyond(deps))
      },
    },
  ],
})
