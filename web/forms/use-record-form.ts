import { useEffect, useRef, useState } from 'preact/hooks'
import { freshId } from '../api/clock.ts'
import { isPassing, Problem } from '../api/problem.ts'
import type { Full } from '../api/record.ts'
import { createRecord, readRecord, updateRecord } from '../api/records.ts'
import { merge, type OpenConflict } from '../notification/merge.ts'
import { withValue } from '../notification/pointer.ts'
import { same } from '../notification/same.ts'
import { compact } from './compact.ts'
import { errorTexts } from './error-text.ts'
import { formStash } from './form-stash.ts'
import type { FormWords } from './form-words.ts'

type Data = { [name: string]: unknown }
type Saved = Full<Data>

export interface RecordForm {
  data: Data
  record: Saved | undefined
  /** Sentences by pointer: what the server would not take. */
  errors: ReadonlyMap<string, string>
  conflicts: readonly OpenConflict[]
  /** Something was written earlier in this browser and is shown again. */
  restored: boolean
  busy: boolean
  /** Why nothing could be saved, when that is no field's fault. */
  trouble: 'offline' | 'server' | 'forbidden' | undefined
  /** The answer when what was sent does not fit what is there, such as a number that another record has. */
  refused: Problem | undefined
  set: (pointer: string, value: unknown) => void
  resolve: (field: string, choice: 'mine' | 'theirs') => void
  /** Begins again from what is saved. */
  startOver: () => void
  /** Saves; calls back with the record when it is saved whole. */
  save: (comment: string) => Promise<Saved | undefined>
}

interface Source {
  plural: string
  /** The record to edit; none for a new one. */
  record: Saved | undefined
  /** Values that stand in a new one from the start. */
  start: Data
  /** Whose words name a field that was left empty. */
  words: FormWords
}

/**
 * A form over one record: every key press is kept in the browser until it is saved, and a change by somebody else in
 * between is joined field by field; where both changed the same field, the person chooses.
 */
export function useRecordForm({ plural, record: opened, start, words }: Source): RecordForm {
  // What is begun in two ways is two drafts: with a supplier named in the address, and without.
  const stash = formStash(`${plural}.${opened?.id ?? `new${JSON.stringify(start)}`}`)
  const [key] = useState(freshId)
  const [state, setState] = useState(() => openForm(opened, start, stash.get()))
  const [busy, setBusy] = useState(false)
  const [trouble, setTrouble] = useState<RecordForm['trouble']>()
  const [refused, setRefused] = useState<Problem>()
  const latest = useRef(state)
  latest.current = state
  const change = (next: Partial<typeof state>): void => {
    const whole = { ...latest.current, ...next }
    latest.current = whole
    setState(whole)
    if (same(whole.data, whole.saved)) stash.clear()
    else stash.set({ saved: whole.saved, data: whole.data })
  }
  useEffect(() => {
    const onLeave = (event: BeforeUnloadEvent): void => {
      if (!same(latest.current.data, latest.current.saved)) event.preventDefault()
    }
    addEventListener('beforeunload', onLeave)
    return () => removeEventListener('beforeunload', onLeave)
  }, [])

  async function save(comment: string): Promise<Saved | undefined> {
    if (busy || latest.current.conflicts.length) return undefined
    setBusy(true)
    setTrouble(undefined)
    setRefused(undefined)
    try {
      return await send(comment, 2)
    } catch (error) {
      const problem = error instanceof Problem ? error : undefined
      if (problem?.status === 422)
        change({ errors: errorTexts(problem.body.errors ?? [], { words, data: latest.current.data }) })
      else if (problem?.status === 409) setRefused(problem)
      else setTrouble(isPassing(error) ? 'offline' : problem?.status === 403 ? 'forbidden' : 'server')
      return undefined
    } finally {
      setBusy(false)
    }
  }

  async function send(comment: string, tries: number): Promise<Saved | undefined> {
    const { data, record } = latest.current
    const body = (compact(data) ?? {}) as Data
    try {
      const saved = record
        ? await updateRecord<Data>(plural, record.id, record.revision, body, comment || undefined)
        : await createRecord<Data>(plural, body, key)
      change({ record: saved, saved: saved.data, data: saved.data, errors: new Map(), restored: false })
      return saved
    } catch (error) {
      if (!(error instanceof Problem) || error.status !== 412 || !record || tries === 0) throw error
      const theirs = await readRecord<Data>(plural, record.id)
      const merged = merge(latest.current.saved, data, theirs.data)
      const conflicts = merged.conflicts.map((each) => ({ ...each, by: theirs.updatedBy, at: theirs.updatedAt }))
      change({ record: theirs, saved: theirs.data, data: merged.data, conflicts })
      return conflicts.length ? undefined : send(comment, tries - 1)
    }
  }

  return {
    ...state,
    busy,
    trouble,
    refused,
    set: (pointer, value) => {
      const { data, errors } = latest.current
      const left = new Map([...errors].filter(([at]) => at !== pointer && !at.startsWith(`${pointer}/`)))
      change({ data: withValue(data, pointer, value), errors: left })
    },
    resolve: (field, choice) => {
      const { data, conflicts } = latest.current
      const conflict = conflicts.find((each) => each.field === field)
      change({
        data: choice === 'theirs' ? { ...data, [field]: conflict?.theirs } : data,
        conflicts: conflicts.filter((each) => each.field !== field),
      })
    },
    startOver: () => {
      const { saved } = latest.current
      change({ data: saved, errors: new Map(), conflicts: [], restored: false })
    },
    save,
  }
}

function openForm(record: Saved | undefined, start: Data, written: { saved: Data; data: Data } | undefined) {
  const saved = record?.data ?? start
  const joined = written ? merge(written.saved, written.data, saved) : undefined
  return {
    record,
    saved,
    data: joined?.data ?? saved,
    errors: new Map<string, string>(),
    conflicts: (joined?.conflicts ?? []).map((each): OpenConflict => {
      return { ...each, by: record?.updatedBy ?? '', at: record?.updatedAt ?? '' }
    }),
    restored: joined !== undefined && !same(joined.data, saved),
  }
}
