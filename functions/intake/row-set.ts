const firstCapacity = 1024

/** Rows of a file by number: a bit each, since a million of them in a set would fill the heap of an import. */
export interface RowSet {
  readonly size: number
  add(row: number): void
  has(row: number): boolean
}

/** A set of whole numbers from 0. */
export function createRowSet(): RowSet {
  let bits = new Uint8Array(firstCapacity)
  let size = 0
  const has = (row: number) => (((bits[row >> 3] ?? 0) >> (row & 7)) & 1) === 1
  return {
    get size() {
      return size
    },
    add(row) {
      if (has(row)) return
      const at = row >> 3
      if (at >= bits.length) {
        const grown = new Uint8Array(Math.max(bits.length * 2, at + 1))
        grown.set(bits)
        bits = grown
      }
      bits[at] = (bits[at] as number) | (1 << (row & 7))
      size++
    },
    has,
  }
}
