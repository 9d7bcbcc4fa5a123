import { ConditionFailed, type Item, LimitExceeded, OutcomeUnknown, StoreBusy } from './store.ts'

/** Why a commit failed, as one thread tells another. */
export interface WireError {
  name: string
  message: string
  index?: number
  current?: Item
}

const known: { readonly [name: string]: new (message: string) => Error } = { LimitExceeded, OutcomeUnknown, StoreBusy }

/** What is to be told of an error. */
export function toWire(error: unknown): WireError {
  const { name, message } = error instanceof Error ? error : new Error(String(error))
  if (!(error instanceof ConditionFailed)) return { name, message }
  return { name, message, index: error.index, ...(error.current && { current: error.current }) }
}

/** The error that was told of. */
export function fromWire({ name, message, index, current }: WireError): Error {
  if (name === 'ConditionFailed') return new ConditionFailed(index ?? 0, current)
  const Known = known[name] ?? Error
  return new Known(message)
}
