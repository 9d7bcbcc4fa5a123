/** Does something with the browser's memory; undefined when it has none, or what is there cannot be read. That is no obstacle. */
export function inMemory<T>(act: (memory: Storage) => T): T | undefined {
  try {
    return act(localStorage)
  } catch {
    return undefined
  }
}
