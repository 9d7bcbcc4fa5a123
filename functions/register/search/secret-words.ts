import type { Item } from '../../store/store.ts'
import { idAt, keys } from '../keys.ts'
import type { ListCall } from '../list/visible-rows.ts'
import { loadMany } from '../read/load.ts'
import { logReads } from '../read/read-log.ts'
import { readsSecrets, viewed, viewOf } from '../read/show.ts'
import type { RecordOf } from '../record.ts'
import { hidesSecrets, hitTest, openText } from '../rows/word-row.ts'
import { matches } from '../rows/words.ts'

/** Whether a search looks into secret fields at all. */
export function findsSecrets<T extends object>({ kind, actor }: ListCall<T>): boolean {
  return !!actor.system || !!kind.policy.findsSecrets?.(actor)
}

/** Those of the words that begin some word in a secret field; none for who finds nothing secret. */
export async function secretWords<T extends object>(
  call: ListCall<T>,
  words: readonly string[],
): Promise<ReadonlySet<string>> {
  const { core, kind } = call
  if (!kind.secretTexts || !findsSecrets(call)) return new Set()
  const pages = await Promise.all(
    words.map((word) => core.store.query(keys.secretWord(kind, word), { prefix: word, limit: 1 })),
  )
  return new Set(words.filter((_word, at) => pages[at]?.items.length))
}

/** Rows of one word that hold all `words`, some perhaps only in secret fields; of these the ids are told apart. */
export interface SecretHits {
  rows: Item[]
  guarded: string[]
  /** How many rows were read beside. */
  looked: number
}

/**
 * The rows of the word `beginning` that are hits when words in secret fields count. What a row hides is read beside it when it
 * could make a difference: `secret` are the words that begin some secret word.
 */
export async function hitsWithSecrets<T extends object>(
  { core, kind }: ListCall<T>,
  rows: readonly Item[],
  words: readonly string[],
  beginning: string,
  secret: ReadonlySet<string>,
): Promise<SecretHits> {
  const isDoubtful = (row: Item): boolean =>
    hidesSecrets(row) &&
    (secret.has(beginning) || words.every((word) => secret.has(word) || matches(openText(row), [word])))
  const keysBeside = rows.filter(isDoubtful).map(({ sk }) => keys.secretText(kind, idAt(sk)))
  const beside = new Map((await core.store.getMany(keysBeside)).map(({ sk, body }) => [sk, body as string]))
  const whole = (row: Item): Item =>
    hidesSecrets(row) ? { ...row, body: (row.body as string) + (beside.get(idAt(row.sk)) ?? '') } : row
  const isHit = hitTest(words, beginning)
  const hits = rows.filter((row) => isHit(whole(row)))
  const guarded = hits.filter((row) => !matches(openText(row), words)).map(({ sk }) => idAt(sk))
  return { rows: hits, guarded, looked: keysBeside.length }
}

/** Those of the records whose secret fields the caller reads, and that `also` holds of; logged as read. */
export async function readableSecrets<T extends object>(
  { core, kind, actor }: ListCall<T>,
  ids: readonly string[],
  also: (record: RecordOf<T>) => boolean = () => true,
): Promise<ReadonlySet<string>> {
  const records = (await loadMany(core.store, kind, ids)).flatMap(({ snapshot }) => {
    const view = viewOf(kind, actor, snapshot)
    return view ? [viewed(snapshot, view)] : []
  })
  const readable = records.filter((record) => readsSecrets(kind, actor, record) && also(record))
  await logReads(core, kind, actor, readable)
  return new Set(readable.map(({ id }) => id))
}
