const firstCapacity = 1024
const empty = 0

/** Rows by number, for a file of a million claims: outside the heap, where the collector would look at each of them again and again. */
export interface RowTable {
  get(key: number): number | undefined
  /** Keeps the row unless the key has one. */
  add(key: number, row: number): void
  all(): [key: number, row: number][]
}

/** An open table of keys (whole numbers up to 53 bits) and rows (up to 32 bits), never more than half full. */
export function createRowTable(): RowTable {
  let keys = new Float64Array(firstCapacity)
  let rows = new Uint32Array(firstCapacity)
  let count = 0

  /** Where the key stands, or would. */
  function placeOf(key: number): number {
    const mask = keys.length - 1
    let at = (key % 4_294_967_291) & mask
    while (keys[at] !== empty && keys[at] !== key) at = (at + 1) & mask
    return at
  }

  function grow(): void {
    const [oldKeys, oldRows] = [keys, rows]
    keys = new Float64Array(oldKeys.length * 2)
    rows = new Uint32Array(oldKeys.length * 2)
    for (let at = 0; at < oldKeys.length; at++) {
      const key = oldKeys[at] as number
      if (key === empty) continue
      const place = placeOf(key)
      keys[place] = key
      rows[place] = oldRows[at] as number
    }
  }

  return {
    get(key) {
      const at = placeOf(key + 1)
      return keys[at] === empty ? undefined : rows[at]
    },
    add(key, row) {
      if (count * 2 >= keys.length) grow()
      const at = placeOf(key + 1)
      if (keys[at] !== empty) return
      keys[at] = key + 1
      rows[at] = row
      count++
    },
    all() {
      const found: [number, number][] = []
      for (const [at, key] of keys.entries()) if (key !== empty) found.push([key - 1, rows[at] as number])
      return found
    },
  }
}
