/** What a store has cost since it was opened, in DynamoDB's capacity units; the same figures from both adapters. */
export interface Meter {
  commits: number
  writeUnits: number
  readUnits: number
  /** Write units of the newest commit alone. */
  lastCommitUnits: number
}

/** A meter at zero, to be passed to an adapter; take the difference of two copies to measure a stretch. */
export function createMeter(): Meter {
  return { commits: 0, writeUnits: 0, readUnits: 0, lastCommitUnits: 0 }
}

/**
 * Counts one committed transaction.
 * @param sizes bytes of each action: the whole item of a put, the key of a delete or check
 */
export function countCommit(meter: Meter | undefined, sizes: readonly number[]): void {
  if (!meter) return
  const units = sizes.reduce((sum, bytes) => sum + 2 * Math.max(1, Math.ceil(bytes / 1024)), 0)
  meter.commits += 1
  meter.writeUnits += units
  meter.lastCommitUnits = units
}

/**
 * Counts one strongly consistent read at one unit per 4 KB, rounded up once for all it touched.
 * @param sizes bytes of each item read; a read that finds nothing costs one unit
 */
export function countRead(meter: Meter | undefined, sizes: readonly number[]): void {
  if (!meter) return
  const bytes = sizes.reduce((sum, size) => sum + size, 0)
  meter.readUnits += Math.max(1, Math.ceil(bytes / 4096))
}
