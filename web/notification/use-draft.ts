import { useEffect, useReducer, useRef, useState } from 'preact/hooks'
import { checkActivity } from '../../functions/processing/check.ts'
import type { ProcessingContext } from '../../functions/processing/context.ts'
import type { ActivityData } from '../../functions/processing/data.ts'
import { createActivity, readActivity, updateActivity } from '../api/activities.ts'
import { freshId, now } from '../api/clock.ts'
import { createDraft, type Draft } from './draft.ts'
import { merge } from './merge.ts'
import { ownData } from './own-data.ts'
import { requiredRows } from './required-rows.ts'
import { browserStash } from './stash.ts'

interface Opened {
  draft: Draft | undefined
  error: unknown
  retry: () => void
}

/**
 * Opens a notification for writing: an existing one by id, or (`ny`) one that is created at the first real answer.
 * What was written here earlier and never reached the server is joined in.
 */
export function useDraft(id: string, start: ActivityData, context: ProcessingContext | undefined): Opened {
  const [draft, setDraft] = useState<Draft>()
  const [error, setError] = useState<unknown>()
  const [attempt, setAttempt] = useState(0)
  const [, redraw] = useReducer((n: number) => n + 1, 0)
  const current = useRef<Draft | undefined>(undefined)
  const rules = useRef(context)
  rules.current = context
  const isReady = context !== undefined
  useEffect(() => {
    if (!isReady || current.current?.view().record?.id === id) return undefined
    let dropped = false
    open(id, start, () => rules.current!).then(
      (opened) => {
        if (dropped) return opened.close()
        current.current?.close()
        current.current = opened
        opened.subscribe(() => redraw(undefined))
        setError(undefined)
        setDraft(opened)
        if (opened.hasUnsaved()) void opened.flush()
      },
      (reason: unknown) => !dropped && setError(reason),
    )
    return () => {
      dropped = true
    }
  }, [id, isReady, attempt])
  useEffect(() => watchWindow(() => current.current), [])
  useEffect(() => () => void current.current?.flush().then(() => current.current?.close()), [])
  return { draft, error, retry: () => setAttempt(attempt + 1) }
}

async function open(id: string, start: ActivityData, context: () => ProcessingContext): Promise<Draft> {
  const isNew = id === 'ny'
  const record = isNew ? undefined : await readActivity(id)
  const kept = browserStash(isNew ? 'new' : id).get()
  const saved = record ? ownData(record.data) : start
  const joined = kept && record ? merge(kept.saved, kept.data, saved) : undefined
  const conflicts = joined?.conflicts.map((conflict) => ({ ...conflict, by: record!.updatedBy, at: record!.updatedAt }))
  const key = isNew ? kept?.key : undefined
  return createDraft(
    {
      record,
      saved,
      data: joined?.data ?? kept?.data ?? saved,
      ...(key ? { key } : {}),
      ...(conflicts ? { conflicts } : {}),
    },
    {
      create: createActivity,
      update: updateActivity,
      read: readActivity,
      later(ms, run) {
        const timer = setTimeout(run, ms)
        return () => clearTimeout(timer)
      },
      stash: browserStash,
      wrong: (data) => checkActivity(data, context()).map((wrong) => wrong.pointer),
      required: requiredRows,
      now,
      freshId,
    },
  )
}

function watchWindow(draft: () => Draft | undefined): () => void {
  const onOnline = (): void => void draft()?.flush()
  const onHide = (): void => void (document.visibilityState === 'hidden' && draft()?.flush())
  const onLeave = (event: BeforeUnloadEvent): void => {
    if (draft()?.hasUnsaved()) event.preventDefault()
  }
  addEventListener('online', onOnline)
  addEventListener('beforeunload', onLeave)
  document.addEventListener('visibilitychange', onHide)
  return () => {
    removeEventListener('online', onOnline)
    removeEventListener('beforeunload', onLeave)
    document.removeEventListener('visibilitychange', onHide)
  }
}
