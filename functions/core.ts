import type { Directory } from './directory/directory.ts'
import type { Deps } from './http/deps.ts'
import { type CoreOptions, coreWith } from './reading-core.ts'
import { createEngine } from './register/engine.ts'

/** The engine and the directory over one store, as every service, command and test has them. */
export interface Core {
  deps: Deps
  directory: Directory
}

/** Ties the register to a store, a clock, random numbers and SHA-256. */
export function createCore(options: CoreOptions): Core {
  return coreWith(createEngine, options)
}
