import * as z from 'zod/mini'
import { readIdempotency } from '../http/idempotency.ts'
import { personRoute, type Route } from '../http/route.ts'
import { RegisterError } from '../register/errors.ts'
import { keys } from '../register/keys.ts'
import type { Store } from '../store/store.ts'
import { answeredBefore, applyBatch } from './batch.ts'
import { completeLoad } from './complete-load.ts'
import { sourceName } from './schemas.ts'
import { operationWords } from './sentences.ts'
import type { IntakeDeps } from './work.ts'

const keptSeconds = 48 * 60 * 60
/** A request is answered before its function ends; asked again, a load that takes longer goes on where it stopped. */
const completingMs = 15_000
const batchLimitBytes = 8 * 1024 * 1024
const loadName = z.string().check(z.regex(/^[A-Za-z0-9][A-Za-z0-9._:-]{0,63}$/))

const results = z.array(
  z.strictObject({
    key: z.string(),
    status: z.enum(['created', 'updated', 'unchanged', 'refused']),
    id: z.optional(z.string()),
    errors: z.optional(z.array(z.looseObject({ pointer: z.string(), code: z.string(), detail: z.string() }))),
  }),
)

const loadResult = z.strictObject({
  source: z.string(),
  load: z.string(),
  completedAt: z.string(),
  named: z.int(),
  previous: z.optional(z.int()),
  held: z.boolean(),
  unseen: z.int(),
  seenAgain: z.int(),
})

/** Sources that tell of their assets by themselves, some hundred at a time. */
export function feedRoutes(deps: IntakeDeps, store: Store): Route[] {
  const item = z.strictObject({
    kind: z.enum(deps.targets.filter(({ keepsKeys }) => keepsKeys).map(({ kind }) => kind.name)),
    key: z.string().check(z.regex(/^\S(?:.*\S)?$/), z.maxLength(120)),
    data: z.record(z.string(), z.unknown()),
    state: z.optional(z.string().check(z.maxLength(40))),
  })
  const assertSource = (may: boolean) => {
    if (!may) throw new RegisterError('forbidden', 'may not deliver assets')
  }
  return [
    personRoute({
      method: 'POST',
      path: '/api/assets/batch',
      operationId: 'saveAssetBatch',
      summary: operationWords('batch'),
      body: z.strictObject({
        source: sourceName,
        load: z.optional(loadName),
        items: z.array(item).check(z.minLength(1), z.maxLength(500)),
      }),
      bodyLimitBytes: batchLimitBytes,
      headers: ['Idempotency-Key'],
      success: { status: 200, schema: z.strictObject({ results }) },
      handler: async ({ request, bytes, body, actor, language }) => {
        assertSource(deps.targets.some((target) => target.mayUse(actor)))
        const idempotency = readIdempotency(request, bytes)
        if (!idempotency) throw new RegisterError('malformed', 'no Idempotency-Key', { reason: 'idempotency-key' })
        const { key, bodyHash } = idempotency
        const at = keys.idempotency(actor.personId, key)
        const stored = await store.get(at)
        const seconds = Math.floor(Date.parse(deps.now()) / 1000)
        const earlier = answeredBefore(stored && (stored.expiresAt ?? 0) > seconds ? stored.body : undefined, bodyHash)
        if (earlier) return { body: earlier }
        const { source, load, items } = body
        const answer = {
          results: await applyBatch(
            deps,
            { source, items: items.map(({ state, ...one }) => ({ ...one, ...(state && { state }) })) },
            { ...actor, language },
          ),
        }
        await deps.loads.know(source)
        if (load)
          await deps.loads.name(
            source,
            load,
            key,
            items.map((one) => one.key),
          )
        await store.commit(
          [{ put: { ...at, body: { bodyHash, ...answer } as never, expiresAt: seconds + keptSeconds } }],
          deps.newId('t').slice(2),
        )
        return { body: answer }
      },
    }),
    personRoute({
      method: 'POST',
      path: '/api/assets/loads',
      operationId: 'completeAssetLoad',
      summary: operationWords('load'),
      body: z.strictObject({ source: sourceName, load: loadName, complete: z.literal(true) }),
      success: { status: 200, schema: loadResult },
      handler: async ({ body: { source, load }, actor }) => {
        assertSource(deps.targets.some((target) => target.mayUse(actor)))
        const endsAt = Date.parse(deps.now()) + completingMs
        const timed = { ...deps, timeIsUp: () => Date.parse(deps.now()) > endsAt }
        const body = await completeLoad(timed, { source, load }, actor)
        if (!body) throw new RegisterError('busy', 'the load is being completed', { retryAfterSeconds: 1 })
        return { body }
      },
    }),
    personRoute({
      method: 'GET',
      path: '/api/assets/sources',
      operationId: 'listAssetSources',
      summary: operationWords('sources'),
      success: {
        status: 200,
        schema: z.strictObject({
          items: z.array(z.strictObject({ source: z.string(), lastLoad: z.optional(loadResult) })),
        }),
      },
      handler: async () => {
        const items = (await deps.loads.sources()).map(async (source) => {
          const [lastLoad] = await deps.loads.counted(source, 1)
          return { source, ...(lastLoad && { lastLoad }) }
        })
        return { body: { items: await Promise.all(items) } }
      },
    }),
  ]
}
