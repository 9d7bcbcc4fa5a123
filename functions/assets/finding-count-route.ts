import * as z from 'zod/mini'
import type { Deps } from '../http/deps.ts'
import { operationWords } from '../http/operation.ts'
import { personRoute, type Route } from '../http/route.ts'
import { countBySeverity } from '../register/gravity.ts'
import type { Kind } from '../register/kind.ts'
import type { RecordOf } from '../register/record.ts'
import { assetKinds } from './asset-kinds.ts'
import type { AssetData } from './data.ts'
import { type AssetBeyond, judgeAsset } from './presenter.ts'

const kinds = assetKinds as unknown as readonly Kind<AssetData>[]
const most = 100

const query = z.strictObject({
  id: z.string().check(
    z.regex(/^[A-Za-z0-9_-]{1,64}(,[A-Za-z0-9_-]{1,64})*$/),
    z.refine((text) => text.split(',').length <= most),
  ),
})

const counts = z.lazy(() =>
  z.strictObject({
    items: z.array(z.strictObject({ id: z.string(), K: z.int(), H: z.int(), M: z.int(), L: z.int() })),
  }),
)

/**
 * `GET /api/assets/finding-counts?id=…`: how many findings the pages of these assets show today, with what activities, suppliers,
 * people and the calendar add to the stored counts. Asked for after a list, so that the list itself stays quick.
 */
export function findingCountRoute(deps: Deps, beyond?: AssetBeyond): Route {
  return personRoute({
    method: 'GET',
    path: '/api/assets/finding-counts',
    operationId: 'countAssetFindings',
    summary: operationWords('findingCounts'),
    query,
    success: { status: 200, schema: counts },
    handler: async ({ query: asked, actor }) => {
      const ids = [...new Set(asked.id.split(','))]
      const records = await Promise.all(
        kinds.map(async (kind) => {
          const own = ids.filter((id) => id.startsWith(`${kind.prefix}_`))
          return own.length > 0 ? deps.engine.getMany(kind, own, actor) : []
        }),
      )
      const items = await Promise.all(
        records.flat().map(async (record: RecordOf<AssetData>) => {
          const [found, further = []] = await Promise.all([
            judgeAsset(deps, record, actor),
            beyond?.assetFindings(record, actor),
          ])
          return { id: record.id, ...countBySeverity([...found, ...further]) }
        }),
      )
      return { body: { items } }
    },
  })
}
