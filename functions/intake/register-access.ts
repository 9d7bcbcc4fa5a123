import type { Actor } from '../register/actor.ts'
import type { Engine } from '../register/api.ts'
import { RegisterError } from '../register/errors.ts'
import { keys } from '../register/keys.ts'
import type { Kind, RecordOf } from '../register/kind.ts'
import type { Store } from '../store/store.ts'

type AnyKind = Kind<any> // oxlint-disable-line typescript/no-explicit-any -- kinds of different data pass here

/** One record to be saved: a new one without `id`. */
export interface Saving {
  id?: string
  revision?: number
  data: object
  state?: string
  comment?: string
}

export type Saved =
  | { status: 'created' | 'updated' | 'unchanged'; record: RecordOf<object> }
  | { status: 'refused'; error: RegisterError }

/** The register as intake uses it: many records at a time. */
export interface RegisterAccess {
  records(kind: AnyKind, ids: readonly string[], actor: Actor): Promise<Map<string, RecordOf<object>>>
  /** Ids of the records that hold a value of their own. */
  holders(keys: readonly { scope: string; value: string }[]): Promise<(string | undefined)[]>
  /** Ids of the records that are found exactly by each value. */
  exact(kind: AnyKind, values: readonly string[]): Promise<string[][]>
  save(kind: AnyKind, items: readonly Saving[], actor: Actor): Promise<Saved[]>
}

/** Many records at a time through the engine, which applies the policy of the actor. */
export function createRegisterAccess({ engine, store }: { engine: Engine; store: Store }): RegisterAccess {
  return {
    async records(kind, ids, actor) {
      const found = await Promise.all(ids.map((id) => one(() => engine.get(kind, id, actor))))
      return new Map(found.flatMap((shown) => (shown ? [[shown.record.id, shown.record]] : [])))
    },
    async holders(wanted) {
      const items = await store.getMany(wanted.map(({ scope, value }) => keys.unique(scope, value)))
      const byKey = new Map(items.map(({ pk, body }) => [pk, String(body)]))
      return wanted.map(({ scope, value }) => byKey.get(keys.unique(scope, value).pk))
    },
    exact: (kind, values) =>
      Promise.all(
        values.map(async (value) =>
          (await store.query(keys.exact(kind, value), { limit: 20 })).items.map(({ sk }) => sk),
        ),
      ),
    save: (kind, items, actor) => Promise.all(items.map((item) => saveOne(engine, kind, item, actor))),
  }
}

async function one<R>(get: () => Promise<R>): Promise<R | undefined> {
  try {
    return await get()
  } catch (error) {
    if (error instanceof RegisterError && error.code === 'not-found') return undefined
    throw error
  }
}

async function saveOne(engine: Engine, kind: AnyKind, item: Saving, person: Actor): Promise<Saved> {
  const actor = { ...person, system: true }
  try {
    const shown =
      item.id === undefined
        ? await engine.create(kind, item.data, actor, {
            ...(item.comment && { comment: item.comment }),
            ...(item.state && { state: item.state }),
          })
        : await engine.update(kind, item.id, item.revision ?? 0, item.data, actor, item.comment)
    return { status: item.id === undefined ? 'created' : 'updated', record: shown.record }
  } catch (error) {
    if (error instanceof RegisterError) return { status: 'refused', error }
    throw error
  }
}
