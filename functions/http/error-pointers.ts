import { RegisterError } from '../register/errors.ts'

/**
 * The same error with pointers into a part of the body (`/data`) instead of the whole of it, as the engine gives them.
 * What lies outside that part keeps its pointer; anything but an `invalid` is returned as it is.
 */
export function relativeTo(part: string | undefined, error: unknown): unknown {
  if (!part || !(error instanceof RegisterError) || !error.extra.errors) return error
  const errors = error.extra.errors.map((item) => ({ ...item, pointer: shortened(item.pointer, part) }))
  return new RegisterError(error.code, error.message, { ...error.extra, errors }, { cause: error })
}

function shortened(pointer: string, part: string): string {
  return pointer === part || pointer.startsWith(`${part}/`) ? pointer.slice(part.length) : pointer
}
