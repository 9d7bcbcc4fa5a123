import type { Actor } from '../register/actor.ts'
import { RegisterError } from '../register/errors.ts'
import { type ChunkTallies, withTally } from './chunk-tally.ts'
import { isRunning, type ImportJob, unusualShare } from './job.ts'
import type { Held } from './job-store.ts'
import { type Mapping, mappingFaults, type SavedMapping } from './mapping.ts'
import { noCounts } from './outcome.ts'
import type { FileColumn, ReadWish } from './read/table-file.ts'
import { readAgain, receiveFile, type Upload } from './receive-file.ts'
import type { Runner } from './runner.ts'
import type { IntakeTarget } from './target.ts'
import { type Announced, announceUpload, hasCome, renewUpload, type UploadAddress, uploadSeconds } from './upload.ts'
import { QueueRefused } from './work-queue.ts'
import { type IntakeDeps, queueHolder, targetOf } from './work.ts'

/** What a change of the mapping says; what it leaves out stays. */
export interface MappingChange extends Partial<Mapping> {
  readAs?: ReadWish
}

/** Everything that is done with imports, each in the name of somebody. A person who may not see an import finds none. */
export interface Imports {
  /** Begins an import whose file is sent to an address of its own; undefined where the service itself takes files. */
  announce(
    upload: Omit<Announced, 'target'> & { kind: string },
    actor: Actor,
  ): Promise<{ job: ImportJob; upload: UploadAddress } | undefined>
  /** A new address for a file that has not come in time. */
  renew(id: string, actor: Actor): Promise<{ job: ImportJob; upload: UploadAddress }>
  /** The file has been sent: it is read in the background. Throws `transition-refused` when it is not there. */
  uploaded(id: string, actor: Actor): Promise<ImportJob>
  receive(upload: Omit<Upload, 'target'> & { kind: string }, actor: Actor): Promise<{ job: ImportJob; isNew: boolean }>
  get(id: string, actor: Actor): Promise<ImportJob>
  recent(kind: string, actor: Actor): Promise<ImportJob[]>
  /** Checks the file anew; with another way of reading and no columns, only proposes a mapping. */
  map(id: string, change: MappingChange, actor: Actor): Promise<ImportJob>
  /** Lets the rows be saved in the background; asked again, answers how it goes. */
  apply(id: string, how: { mode: 'all' | 'valid'; confirmed?: boolean }, actor: Actor): Promise<ImportJob>
}

/** Imports over a store of jobs and files; what takes long is left to the runner. */
export function createImports(
  deps: IntakeDeps,
  runner: Pick<Runner, 'start' | 'handsOver' | 'expect'>,
  tallies: Pick<ChunkTallies, 'get'>,
): Imports {
  const handedOver = () =>
    runner.handsOver ? { lease: { holder: queueHolder, until: Date.parse(deps.now()) + queueMs } } : {}

  const targetFor = (kind: string, actor: Actor): IntakeTarget => {
    const target = targetOf(deps, kind)
    if (!target?.mayUse(actor)) throw new RegisterError('forbidden', `may not import ${kind}`)
    return target
  }

  async function find(id: string, actor: Actor): Promise<{ held: Held; target: IntakeTarget }> {
    const held = await deps.jobs.get(id)
    const target = held && targetOf(deps, held.job.kind)
    if (!held || !target?.mayUse(actor)) throw new RegisterError('not-found', `no import ${id}`)
    return { held, target }
  }

  /** Whether the file came is looked for later; when the queue takes no word of that, whoever sweeps up finds the import. */
  async function expected<A extends { job: ImportJob }>(announced: A): Promise<A> {
    await runner.expect?.(announced.job.id, uploadSeconds)?.catch(unlessRefused)
    return announced
  }

  /** Word of an import that the queue does not take is given again when somebody next looks at it, or sweeps up. */
  async function tell(id: string): Promise<void> {
    try {
      await runner.start(id)
    } catch (error) {
      unlessRefused(error)
      const held = await deps.jobs.get(id)
      const lease = { holder: queueHolder, until: 0 }
      if (held && isRunning(held.job)) await deps.jobs.save(held, { ...held.job, lease }).catch(unlessBusy)
    }
  }

  return {
    async announce({ kind, ...upload }, actor) {
      const target = targetFor(kind, actor)
      return deps.files.uploadLink && expected(await announceUpload(deps, { ...upload, target }, actor))
    },

    renew: (id, actor) => persist(async () => expected(await renewUpload(deps, (await find(id, actor)).held))),

    uploaded: (id, actor) =>
      persist(async () => {
        const { held } = await find(id, actor)
        if (held.job.state !== 'uploading') return held.job
        if (!(await hasCome(deps, id))) throw refused('upload-missing')
        const { job } = await deps.jobs.save(held, { ...held.job, state: 'reading', ...handedOver() })
        await tell(id)
        return job
      }),

    receive: ({ kind, ...upload }, actor) => receiveFile(deps, { ...upload, target: targetFor(kind, actor) }, actor),

    async get(id, actor) {
      const { held } = await find(id, actor)
      const { job } = held
      if (isRunning(job) && (job.lease?.until ?? 0) < Date.parse(deps.now())) {
        const isMine = !runner.handsOver || (await deps.jobs.save(held, { ...job, ...handedOver() }).catch(unlessBusy))
        if (isMine) await tell(id)
      }
      return job.state === 'applying' && job.applied?.chunks ? withTally(job, await tallies.get(job)) : job
    },

    async recent(kind, actor) {
      targetFor(kind, actor)
      return deps.jobs.recent(kind)
    },

    async map(id, change, actor) {
      const { held, target } = await find(id, actor)
      if (!isMappable(held.job)) throw refused('under-way')
      const { readAs: wish, ...sent } = change
      const read = wish ? await readAgain(deps, held.job, target, wish) : held.job
      const mapping = { ...read.mapping, ...sent }
      const checks = !wish || sent.columns !== undefined
      const faults = checks ? mappingFaults(target, mapping, read.columns) : []
      if (faults.length > 0) throw new RegisterError('invalid', 'the mapping is refused', { errors: faults })
      const { fault: _, lease: __, ...before } = held.job
      const job: ImportJob = {
        ...before,
        readAs: read.readAs,
        columns: read.columns,
        mapping,
        ...nothingYet,
        counts: { ...noCounts },
        run: before.run + 1,
        state: checks ? 'checking' : 'mapping',
        ...(checks && handedOver()),
      }
      await deps.jobs.save(held, job)
      if (!checks) return job
      await deps.jobs.saveMapping(job.kind, job.source, remembered(mapping, job.columns))
      await tell(id)
      return job
    },

    apply: (id, how, actor) => persist(() => apply(id, how, actor)),
  }

  async function apply(id: string, { mode, confirmed }: { mode: 'all' | 'valid'; confirmed?: boolean }, actor: Actor) {
    const { held } = await find(id, actor)
    const { job } = held
    if (job.state === 'applying' || job.state === 'applied') return job
    if (job.state !== 'checked') throw refused('not-checked')
    const { faulty } = job.counts
    if (mode === 'all' && faulty > 0) throw refused('has-faulty', { count: faulty })
    const share = unusualShare(job)
    if (share !== undefined && !confirmed) throw refused('confirm-many', { share })
    const applying: ImportJob = {
      ...job,
      ...handedOver(),
      state: 'applying',
      progress: { done: 0, ...(job.progress.total !== undefined && { total: job.progress.total }) },
      applied: {
        mode,
        by: actor.personId,
        startedAt: deps.now(),
        row: 0,
        counts: { created: 0, changed: 0, unchanged: 0, failed: 0 },
      },
    }
    await deps.jobs.save(held, applying)
    await tell(id)
    return applying
  }
}

/** Once more when somebody else has saved the import in between. */
async function persist<R>(action: () => Promise<R>): Promise<R> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await action()
    } catch (error) {
      if (attempt === attempts || !(error instanceof RegisterError && error.code === 'busy')) throw error
    }
  }
}

const attempts = 5
/** How long an import may wait in a queue before somebody is told of it anew. */
const queueMs = 120_000

/** A file that has come and has been read; one that never came has no columns to be mapped. */
function isMappable({ state, columns }: ImportJob): boolean {
  return ['mapping', 'checking', 'checked'].includes(state) || (state === 'failed' && columns.length > 0)
}

function unlessRefused(error: unknown): void {
  if (!(error instanceof QueueRefused)) throw error
}

function unlessBusy(error: unknown): undefined {
  if (error instanceof RegisterError && error.code === 'busy') return undefined
  throw error
}

const nothingYet = { progress: { done: 0 }, pages: {}, cleared: {}, kept: {}, unknown: [] }

function refused(rule: string, params: { [name: string]: number } = {}): RegisterError {
  return new RegisterError('transition-refused', rule, { missing: [{ pointer: '', rule, source: '', params }] })
}

function remembered({ columns, ...rest }: Mapping, file: readonly FileColumn[]): SavedMapping {
  return {
    ...rest,
    columns: columns.map((choice) => ({
      ...choice,
      heading: file.find(({ position }) => position === choice.position)?.heading ?? '',
    })),
  }
}
