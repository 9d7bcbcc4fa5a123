import { ConditionFailed, type Item, type Store, type Write } from '../store/store.ts'
import { RegisterError } from '../register/errors.ts'
import { type ImportJob, isWaiting } from './job.ts'
import type { SavedMapping } from './mapping.ts'

const keys = {
  job: (id: string) => ({ pk: `import#${id}`, sk: 'head' }),
  list: (kind: string) => `imports#${kind}`,
  waiting: 'imports#running',
  file: (kind: string, source: string, hash: string) => ({ pk: `import-file#${kind}#${source}#${hash}`, sk: 'key' }),
  mapping: (kind: string, source: string) => ({ pk: `import-mapping#${kind}#${source}`, sk: 'head' }),
}

const listed = 20
const keptDays = 90

/** Imports as plain items of the store; `version` counts the saves, so that two at work on one are told apart. */
export interface JobStore {
  get(id: string): Promise<Held | undefined>
  /** Keeps a new import, unless the same file is under way already: then that one. */
  create(job: ImportJob): Promise<{ job: ImportJob; isNew: boolean }>
  /** Keeps a new import whose file is yet to come. */
  open(job: ImportJob): Promise<void>
  /** Takes the file of an import for it, unless another import has it under way. */
  claim(job: ImportJob): Promise<Claim>
  /** @throws RegisterError `busy` when somebody else has saved it since */
  save(held: Held, job: ImportJob): Promise<Held>
  recent(kind: string): Promise<ImportJob[]>
  /** Ids of imports that waited for their file, or for whoever works on them, when they were last saved. */
  waiting(): Promise<string[]>
  mapping(kind: string, source: string): Promise<SavedMapping | undefined>
  saveMapping(kind: string, source: string, mapping: SavedMapping): Promise<void>
}

/** Whether a file is this import's own; `other`: the import that has it. */
export type Claim =
  { isNew: true; appliedBefore?: NonNullable<ImportJob['appliedBefore']> } | { isNew: false; other: string }

/** An import with the version it was read at. */
export interface Held {
  job: ImportJob
  version: number
}

/** @param newToken at most 36 characters, never the same twice */
export function createJobStore(store: Store, newToken: () => string, now: () => string): JobStore {
  const expiry = () => Math.floor(Date.parse(now()) / 1000) + keptDays * 24 * 60 * 60
  const item = (key: { pk: string; sk: string }, body: unknown, version?: number): Item => ({
    ...key,
    body: body as Item['body'],
    ...(version !== undefined && { version }),
    expiresAt: expiry(),
  })
  const get = async (id: string): Promise<Held | undefined> => {
    const found = await store.get(keys.job(id))
    return found && { job: found.body as unknown as ImportJob, version: found.version ?? 0 }
  }

  const opening = (job: ImportJob): Write[] => [
    { put: item(keys.job(job.id), job, 1), if: 'absent' },
    { put: item({ pk: keys.list(job.kind), sk: job.id }, job.id) },
    ...(isWaiting(job) ? [{ put: item({ pk: keys.waiting, sk: job.id }, job.id) }] : []),
  ]

  /** Takes the file for an import, with what is written beside it. */
  async function take(
    job: ImportJob,
    beside: (before: ImportJob['appliedBefore']) => Write[],
  ): Promise<{ earlier: ImportJob } | { before: ImportJob['appliedBefore'] }> {
    const key = keys.file(job.kind, job.source, job.hash)
    for (;;) {
      const claim = await store.get(key)
      const earlier = claim && String(claim.body) !== job.id ? (await get(String(claim.body)))?.job : undefined
      if (earlier && earlier.state !== 'applied' && earlier.state !== 'failed') return { earlier }
      const after = earlier?.applied?.finishedAt
      const before = after ? { id: earlier.id, at: after } : undefined
      const version = (claim?.version ?? 0) + 1
      const taken: Write = { put: item(key, job.id, version), if: claim ? { version: version - 1 } : 'absent' }
      try {
        await store.commit([taken, ...beside(before)], newToken())
        return { before }
      } catch (error) {
        if (!(error instanceof ConditionFailed)) throw error
      }
    }
  }

  async function create(job: ImportJob): Promise<{ job: ImportJob; isNew: boolean }> {
    const withBefore = (appliedBefore: ImportJob['appliedBefore']) => ({
      ...job,
      ...(appliedBefore && { appliedBefore }),
    })
    const taken = await take(job, (before) => opening(withBefore(before)))
    return 'earlier' in taken ? { job: taken.earlier, isNew: false } : { job: withBefore(taken.before), isNew: true }
  }

  async function claim(job: ImportJob): Promise<Claim> {
    const taken = await take(job, () => [])
    if ('earlier' in taken) return { isNew: false, other: taken.earlier.id }
    return { isNew: true, ...(taken.before && { appliedBefore: taken.before }) }
  }

  async function save({ version }: Held, job: ImportJob): Promise<Held> {
    const at = { pk: keys.waiting, sk: job.id }
    try {
      await store.commit(
        [
          { put: item(keys.job(job.id), job, version + 1), if: { version } },
          isWaiting(job) ? { put: item(at, job.id) } : { delete: at },
        ],
        newToken(),
      )
      return { job, version: version + 1 }
    } catch (error) {
      if (!(error instanceof ConditionFailed)) throw error
      throw new RegisterError('busy', 'the import is being worked on', { retryAfterSeconds: 1 }, { cause: error })
    }
  }

  return {
    get,
    create,
    open: (job) => store.commit(opening(job), newToken()),
    claim,
    save,
    async recent(kind) {
      const page = await store.query(keys.list(kind), { reverse: true, limit: listed })
      const jobs = await Promise.all(page.items.map(({ sk }) => get(sk)))
      return jobs.flatMap((held) => (held ? [held.job] : []))
    },
    async waiting() {
      return (await store.query(keys.waiting, { limit: 100 })).items.map(({ sk }) => sk)
    },
    async mapping(kind, source) {
      return (await store.get(keys.mapping(kind, source)))?.body as unknown as SavedMapping | undefined
    },
    async saveMapping(kind, source, mapping) {
      const { expiresAt: _, ...put } = item(keys.mapping(kind, source), mapping)
      await store.commit([{ put }], newToken())
    },
  }
}
