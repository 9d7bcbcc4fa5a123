import type { Outline } from './register/outline.ts'

/** How a kind of another service is read, loaded when a link leads to one of its records. */
export async function furtherKind(name: string): Promise<Outline<object> | undefined> {
  const { allOutlines } = await import('./outlines.ts')
  return allOutlines.find((outline) => outline.name === name)
}
