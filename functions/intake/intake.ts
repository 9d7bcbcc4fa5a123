import type { Core } from '../core.ts'
import type { Outline } from '../register/outline.ts'
import { type ChunkTallies, createChunkTallies } from './chunk-tally.ts'
import { createImports, type Imports } from './imports.ts'
import { createJobStore } from './job-store.ts'
import { createLoads } from './loads.ts'
import { createRegisterAccess } from './register-access.ts'
import type { Runner } from './runner.ts'
import { keepSheet } from './sheet.ts'
import type { IntakeTarget } from './target.ts'
import type { IntakeDeps } from './work.ts'

/** Everything about imports, over one register and one store of files. */
export interface Intake {
  deps: IntakeDeps
  imports: Imports
  runner: Runner
  /** How imports go that are applied in pieces. */
  tallies: ChunkTallies
}

export interface IntakeOptions {
  core: Core
  targets: readonly IntakeTarget[]
  kinds: readonly Outline<object>[]
  /** Who works on imports: this process, or others that are told by a queue. */
  runner(deps: IntakeDeps): Runner
  /** Reads workbooks elsewhere than here. */
  keepSheet?: IntakeDeps['keepSheet']
}

/** Ties imports to a register. */
export function createIntake({ core, targets, kinds, runner, keepSheet: elsewhere }: IntakeOptions): Intake {
  const { deps: register, directory } = core
  const { store, engine, files, now, newId } = register
  const newToken = () => newId('t').slice(2)
  const deps: IntakeDeps = {
    engine,
    files,
    targets,
    kinds,
    now,
    newId,
    jobs: createJobStore(store, newToken, now),
    loads: createLoads(store, newToken, now),
    register: createRegisterAccess(register),
    actorOf: (personId, language) => directory.actor(personId, language),
    codes: () => directory.codes(),
    keepSheet: elsewhere ?? ((id, wished) => keepSheet(files, id, wished)),
    holder: newId('run'),
  }
  const works = runner(deps)
  const tallies = createChunkTallies(store, newToken, now)
  return { deps, imports: createImports(deps, works, tallies), runner: works, tallies }
}
