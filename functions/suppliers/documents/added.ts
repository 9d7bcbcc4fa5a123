import type { Deps } from '../../http/deps.ts'
import type { Actor } from '../../register/actor.ts'
import { RegisterError } from '../../register/errors.ts'
import { agreement } from '../agreement.ts'
import type { AgreementDocument } from '../agreement-data.ts'

/** Times that somebody else's change of the agreement is waited out. */
const attempts = 5

/**
 * Stores the file under a name of its own and adds it to the agreement as the caller. What somebody else changes meanwhile is
 * kept. Throws what the engine throws; then the file is gone again.
 */
export async function addedDocument(
  { engine, files, newId }: Deps,
  id: string,
  actor: Actor,
  about: Pick<AgreementDocument, 'name' | 'type' | 'part' | 'replaces'>,
  content: Uint8Array,
): Promise<AgreementDocument> {
  const file = `documents/${id}/${newId('doc')}`
  const stored = await files.put(file, content)
  const product = { ...actor, system: true }
  const move = { transition: 'addDocument', data: { document: { ...about, ...stored, file } } }
  try {
    for (let attempt = 1; ; attempt++) {
      const { revision } = (await engine.get(agreement, id, product)).record
      try {
        const { record } = await engine.transition(agreement, id, revision, move, product)
        return (record.data.documents ?? []).find((one) => one.file === file) as AgreementDocument
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
