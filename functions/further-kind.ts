import type { Kind } from './register/kind.ts'

/** A kind of another service, loaded when a link leads to one of its records. */
export async function furtherKind(name: string): Promise<Kind<object> | undefined> {
  const { allKinds } = await import('./kinds.ts')
  return allKinds.find((kind) => kind.name === name)
}
