import { open } from 'node:fs/promises'

/** Brings what has been written ahead to the disk. */
export interface LogSync {
  /** Resolves when everything written before the call will outlast a power cut. */
  sync(): Promise<void>
  close(): Promise<void>
}

/**
 * Syncs a store's log (`<file>-wal`) outside the thread that calls, which SQLite itself cannot; nothing to do without a file.
 * SQLite locks other files, so that opening and closing this one takes no lock away.
 */
export function createLogSync(file: string | null): LogSync {
  let log: ReturnType<typeof open> | undefined
  return {
    async sync() {
      if (file) await (await (log ??= open(`${file}-wal`, 'r+'))).datasync()
    },
    async close() {
      await (await log?.catch(() => undefined))?.close()
    },
  }
}
