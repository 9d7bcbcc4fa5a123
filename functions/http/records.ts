import type { Kind } from '../register/kind.ts'
import type { Deps } from './deps.ts'
import type { Presenter, RecordContext } from './record-context.ts'
import { historyRoutes } from './record-history.ts'
import { listQuery, listSchema } from './record-query.ts'
import { changeRoutes } from './record-changes.ts'
import { operationWords } from './operation.ts'
import { personRoute, type Route } from './route.ts'
import { pageOf, recordSchemas } from './record-schema.ts'
import { createRecordReply } from './record-reply.ts'

/** The same routes for every kind: list, create, read, replace, move, history, comments, links (api.md). */
export function recordRoutes<T extends object>(kind: Kind<T>, deps: Deps, presenter: Presenter<T> = {}): Route[] {
  const path = `/api/${kind.plural}`
  const names = operationNames(kind)
  const schemas = recordSchemas(kind, presenter.memberSchemas)
  const reply = createRecordReply(kind, presenter)
  const context: RecordContext<T> = { kind, engine: deps.engine, path, names, schemas, reply, sentences: presenter }
  return [
    personRoute({
      method: 'GET',
      path,
      operationId: `list${names.many}`,
      summary: operationWords('list', kind.name),
      query: listSchema(kind, kind.datable ?? false),
      success: { status: 200, schema: pageOf(schemas.summary) },
      handler: async ({ query, actor }) => ({ body: await deps.engine.list(kind, listQuery(kind, query), actor) }),
    }),
    ...changeRoutes(context),
    ...historyRoutes(context),
  ]
}

function operationNames(kind: { name: string; plural: string }): { one: string; many: string } {
  const capital = (word: string) => word.charAt(0).toUpperCase() + word.slice(1)
  return { one: capital(kind.name), many: kind.plural.split('-').map(capital).join('') }
}
