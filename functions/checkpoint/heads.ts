import type { SignedHead } from './head.ts'

/** Heads that are kept, for reading: what proofs are made of. */
export interface SealedHeads {
  /** The one with the highest number; undefined before the first. */
  latest(): Promise<SignedHead | undefined>
  /** The packed leaves of a head; undefined when they are not there. */
  leaves(head: SignedHead): Promise<Uint8Array | undefined>
}

/** Where heads are kept, each for good: a folder, or a bucket whose objects are locked. */
export interface Heads extends SealedHeads {
  /** Keeps leaves first and then their head, which is never replaced. @returns false when the number is taken already */
  keep(head: SignedHead, leaves: Uint8Array): Promise<boolean>
}

/** `00000012.json`, within the place for heads. */
export function headName(number: number): string {
  return `${String(number).padStart(8, '0')}.json`
}

/** Leaves carry their root's beginning, so that those of an interrupted run are in nobody's way. */
export function leavesName({ number, root }: Pick<SignedHead, 'number' | 'root'>): string {
  return `${String(number).padStart(8, '0')}-${root.slice(0, 16)}.txt.gz`
}
