import type { Deps } from '../http/deps.ts'
import type { Actor } from '../register/actor.ts'
import { RegisterError } from '../register/errors.ts'
import type { Kind } from '../register/kind.ts'
import type { KeptDocument, WithDocuments } from './document.ts'

/** Times that somebody else's change of the record is waited out. */
const attempts = 5

/**
 * Stores the file under a name of its own and adds it to the record as the caller. What somebody else changes meanwhile is
 * kept. Throws what the engine throws; then the file is gone again.
 */
export async function addedDocument<T extends WithDocuments>(
  { engine, files, newId }: Deps,
  kind: Kind<T>,
  id: string,
  actor: Actor,
  about: Pick<KeptDocument, 'name' | 'type' | 'part' | 'replaces'>,
  content: Uint8Array,
): Promise<KeptDocument> {
  const file = `documents/${id}/${newId('doc')}`
  const stored = await files.put(file, content)
  const product = { ...actor, system: true }
  const move = { transition: 'addDocument', data: { document: { ...about, ...stored, file } } }
  try {
    for (let attempt = 1; ; attempt++) {
      const { revision } = (await engine.get(kind, id, product)).record
      try {
        const { record } = await engine.transition(kind, id, revision, move, product)
        return (record.data.documents ?? []).find((one) => one.file === file) as KeptDocument
      } catch (error) {
        const changed = error instanceof RegisterError && error.code === 'revision-conflict'
        if (!changed || attempt === attempts) throw error
      }
    }
  } catch (error) {
    await files.remove(file)
    throw error
  }
}
