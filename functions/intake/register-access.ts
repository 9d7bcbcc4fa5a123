import type { Actor } from '../register/actor.ts'
import type { Engine, Saved, Saving } from '../register/api.ts'
import { keys } from '../register/keys.ts'
import type { Kind } from '../register/kind.ts'
import type { RecordOf } from '../register/record.ts'
import type { Store } from '../store/store.ts'

type AnyKind = Kind<any> // oxlint-disable-line typescript/no-explicit-any -- kinds of different data pass here

/** The register as intake uses it: many records at a time. */
export interface RegisterAccess {
  records(kind: AnyKind, ids: readonly string[], actor: Actor): Promise<Map<string, RecordOf<object>>>
  /** Ids of the records that hold a value of their own. */
  holders(keys: readonly { scope: string; value: string }[]): Promise<(string | undefined)[]>
  /** Ids of the records that are found exactly by each value. */
  exact(kind: AnyKind, values: readonly string[]): Promise<string[][]>
  /** Saves each by itself; what only the product writes may be written too. */
  save(kind: AnyKind, items: readonly Saving<object>[], actor: Actor): Promise<Saved<object>[]>
}

const exactHits = 20

/** Many records at a time through the engine, which applies the policy of the actor. */
export function createRegisterAccess({ engine, store }: { engine: Engine; store: Store }): RegisterAccess {
  return {
    async records(kind, ids, actor) {
      if (ids.length === 0) return new Map()
      const found: RecordOf<object>[] = await engine.getMany(kind, ids, actor)
      return new Map(found.map((record) => [record.id, record]))
    },
    async holders(wanted) {
      const items = await store.getMany(wanted.map(({ scope, value }) => keys.unique(scope, value)))
      const byKey = new Map(items.map(({ pk, body }) => [pk, String(body)]))
      return wanted.map(({ scope, value }) => byKey.get(keys.unique(scope, value).pk))
    },
    exact: (kind, values) =>
      Promise.all(
        values.map(async (value) =>
          (await store.query(keys.exact(kind, value), { limit: exactHits })).items.map(({ sk }) => sk),
        ),
      ),
    save: (kind, items, actor) => engine.saveMany(kind, items, actor, { managed: true }),
  }
}
