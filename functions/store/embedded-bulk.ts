import { type EmbeddedOptions, type EmbeddedStore, openEmbeddedStore, storeFile } from './embedded.ts'
import { startWriterThread } from './embedded-writer-thread.ts'

/**
 * The embedded store for whoever writes much: it reads here and commits in a thread of its own, where changes are packed, written and
 * synced while the next ones are being prepared. What a commit promises is the same.
 * @throws Error when the file cannot be opened
 */
export function openBulkStore(options: EmbeddedOptions): EmbeddedStore {
  const { meter, now = Date.now, lockWaitMs } = options
  const store = openEmbeddedStore({ ...options, cacheMegabytes: 8, sharesReads: true })
  const file = storeFile(options)
  const writer = startWriterThread({ file, now, ...(meter && { meter }), ...(lockWaitMs && { lockWaitMs }) })
  return {
    ...store,
    commit: (writes, token) => writer.commit(writes, token),
    async close() {
      await writer.close()
      await store.close()
    },
  }
}
