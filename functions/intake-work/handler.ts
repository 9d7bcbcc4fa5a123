import type { Context, SQSBatchResponse, SQSEvent, SQSRecord } from 'aws-lambda'
import type { Held } from '../intake/job-store.ts'
import type { ChunkWork, ImportWork } from '../intake/work-queue.ts'
import type { Figures } from '../http/metric-line.ts'
import { traceOf } from '../http/log.ts'
import { RegisterError } from '../register/errors.ts'
import type { Meter } from '../store/meter.ts'
import { ComesBack, createChunkWorker } from './chunk.ts'
import { awaitFile } from './file-step.ts'
import { goOn } from './go.ts'
import { workOf } from './message.ts'
import type { ChunkDeps } from './split.ts'
import { reorganise } from './reorganise.ts'
import { sweep } from './sweep.ts'

export type WorkHandler = (
  event: SQSEvent,
  context: Pick<Context, 'getRemainingTimeInMillis'>,
) => Promise<SQSBatchResponse>

export interface WorkHandlerOptions {
  deps: ChunkDeps
  /** How many times a message is handed over before it is put aside. */
  receives: number
  /** Lets a message come back after some seconds, rather than when its time is out. */
  postpone(receiptHandle: string, seconds: number): Promise<void>
  /** What the store has cost so far. */
  meter: Pick<Meter, 'readUnits' | 'writeUnits'>
  /** One line a message: figures, and what was done; never what the file says. */
  report(figures: Figures, beside: { [name: string]: string | number | undefined }): void
}

/** A check keeps how far it has come when less than this is left. */
const spareMs = 60_000
/** A piece that was tried for the last time is looked at after so long, should whoever was at it have died. */
const settleSeconds = 180
const comesBackSeconds = 10

/**
 * Works on imports, a message at a time; what fails is reported alone. Every step may be done twice, in any order, by several at once, and by
 * an older or newer version of the code.
 */
export function createWorkHandler({ deps: given, meter, receives, postpone, report }: WorkHandlerOptions): WorkHandler {
  let endsAt = Infinity
  const deps: ChunkDeps = { ...given, timeIsUp: () => Date.now() > endsAt - spareMs }
  const chunks = createChunkWorker(deps)

  async function held(id: string, action: (held: Held) => Promise<string>): Promise<string> {
    const found = await deps.jobs.get(id)
    return found ? action(found) : 'no such import'
  }

  async function perform(
    work: Exclude<ImportWork, { step: 'sweep' | 'reorganise' }>,
    isLast: boolean,
  ): Promise<string> {
    if (!('chunk' in work)) return held(work.id, (job) => (work.step === 'go' ? goOn(deps, job) : awaitFile(deps, job)))
    if (work.step === 'settle') {
      await chunks.bury(work)
      return 'settled'
    }
    return chunk(work, isLast)
  }

  async function chunk(piece: ChunkWork, isLast: boolean): Promise<string> {
    if (isLast) await deps.queue.send([{ ...piece, step: 'settle' }], settleSeconds)
    try {
      await chunks.work(piece, isLast)
      return 'saved'
    } catch (error) {
      if (isLast) await chunks.bury(piece)
      throw error
    }
  }

  async function handle(record: SQSRecord): Promise<boolean> {
    const started = Date.now()
    const before = { ...meter }
    const received = Number(record.attributes.ApproximateReceiveCount)
    const isLast = received >= receives
    const told: { [name: string]: string | number | undefined } = { message: record.messageId, received }
    try {
      for (const work of workOf(record)) {
        Object.assign(told, work)
        if (work.step === 'sweep') told['forgotten'] = await sweep(deps)
        else if (work.step === 'reorganise') Object.assign(told, await reorganise(deps))
        else told['came'] = await perform(work, isLast)
      }
      return true
    } catch (error) {
      told['fault'] = error instanceof Error ? error.name : 'Error'
      if (isExplained(error)) return told['step'] !== 'chunk'
      told['trace'] = traceOf(error).frames.join(' ')
      return false
    } finally {
      const figures = {
        ImportMessages: 1,
        ...(told['trace'] !== undefined && { ImportFaults: 1 }),
        ...(told['forgotten'] && { ImportsForgotten: Number(told['forgotten']) }),
        ImportMilliseconds: Date.now() - started,
        ReadUnits: meter.readUnits - before.readUnits,
        WriteUnits: meter.writeUnits - before.writeUnits,
      }
      report(figures, told)
    }
  }

  return async ({ Records }, { getRemainingTimeInMillis }) => {
    endsAt = Date.now() + getRemainingTimeInMillis()
    const failed: SQSRecord[] = []
    for (const record of Records) if (!(await handle(record))) failed.push(record)
    for (const { receiptHandle, attributes } of failed)
      await postpone(receiptHandle, comesBackSeconds * Number(attributes.ApproximateReceiveCount)).catch(() => {})
    return { batchItemFailures: failed.map(({ messageId }) => ({ itemIdentifier: messageId })) }
  }
}

/** Another is at it and sees to the rest. */
function isExplained(error: unknown): boolean {
  return error instanceof ComesBack || (error instanceof RegisterError && error.code === 'busy')
}
