import type { Actor } from '../register/actor.ts'
import type { Saved, Saving } from '../register/api.ts'
import { sameJson } from '../register/canonical.ts'
import { type FieldError, RegisterError } from '../register/errors.ts'
import type { RecordOf } from '../register/record.ts'
import { matchKeys, type Match } from './match.ts'
import { isFiller } from './read/answers.ts'
import type { RowKey } from './row-keys.ts'
import { faultWords } from './sentences.ts'
import { type IntakeTarget, ownColumns } from './target.ts'
import { type IntakeDeps, targetOf } from './work.ts'

type Data = { readonly [member: string]: unknown }

/** One record as a source knows it. */
export interface BatchItem {
  kind: string
  /** The source's own key. */
  key: string
  data: Data
  state?: string
}

export interface Batch {
  source: string
  /** The full load that it is a part of. */
  load?: string
  items: readonly BatchItem[]
}

export interface BatchResult {
  key: string
  status: 'created' | 'updated' | 'unchanged' | 'refused'
  id?: string
  errors?: (FieldError & { detail: string })[]
}

/** Brings records up to what a source says of them; what somebody has set by hand stands, with the source's word beside it. */
export async function applyBatch(deps: IntakeDeps, batch: Batch, actor: Actor): Promise<BatchResult[]> {
  const results: BatchResult[] = Array.from({ length: batch.items.length })
  const seen = new Set<string>()
  const fresh = batch.items.map(({ key }) => !seen.has(key) && !!seen.add(key))
  const kinds = new Set(batch.items.map(({ kind }) => kind))
  for (const kind of kinds) {
    const target = targetOf(deps, kind)
    const places = batch.items.flatMap((item, at) => (item.kind === kind ? [at] : []))
    const open = places.filter((at) => {
      const fault = !target?.mayUse(actor) ? 'forbidden' : !fresh[at] ? 'key-twice' : undefined
      if (fault) results[at] = refusedResult(batch.items[at]!, [{ pointer: '', code: fault }], actor)
      return !fault
    })
    if (!target || open.length === 0) continue
    const items = open.map((at) => batch.items[at]!)
    for (const [index, result] of (await applyItems(deps, target, batch.source, items, actor)).entries())
      results[open[index]!] = result
  }
  return results
}

async function applyItems(
  deps: IntakeDeps,
  target: IntakeTarget,
  source: string,
  items: readonly BatchItem[],
  actor: Actor,
): Promise<BatchResult[]> {
  const rules = target.rules.filter(({ by }) => by !== 'number')
  const keys = items.map((item) => keysOfItem(item, target))
  const matches = await matchKeys(keys, { target, rules, source, actor }, deps.register)
  const at = deps.now()
  const planned = items.map((item, index) => {
    const errors = unknownUnits(item, target, actor)
    return errors.length > 0 ? { errors } : plan(item, matches[index] ?? {}, { target, source, at })
  })
  const savings = planned.flatMap((one) => ('saving' in one && one.saving ? [one.saving] : []))
  const saved = await deps.register.save(target.kind, savings, actor)
  let next = 0
  return planned.map((one, index): BatchResult => {
    const item = items[index]!
    if ('errors' in one) return refusedResult(item, one.errors, actor)
    return one.saving ? savedResult(item, saved[next++]!, actor) : { key: item.key, status: 'unchanged', id: one.id }
  })
}

/** Units that are not there: said before the policy is asked, which would only say that the place is not the caller's. */
function unknownUnits({ data }: BatchItem, { columns }: IntakeTarget, { tree }: Actor): FieldError[] {
  const fields = columns.filter(({ names, field, top }) => names.includes('orgUnit') && field === top)
  return fields.flatMap(({ field }) => {
    const value = data[field]
    return [value]
      .flat()
      .flatMap((id, at) =>
        typeof id === 'string' && !tree.node(id)
          ? [{ pointer: `/data/${field}${Array.isArray(value) ? `/${at}` : ''}`, code: 'dangling-reference' }]
          : [],
      )
  })
}

type Planned = { errors: FieldError[] } | { saving?: Saving<object>; id: string }

function plan(
  item: BatchItem,
  { record, several }: Match,
  about: { target: IntakeTarget; source: string; at: string },
): Planned {
  const { target, source, at } = about
  if (isFiller(item.key)) return { errors: [{ pointer: '/key', code: 'filler' }] }
  if (several)
    return {
      errors: [
        {
          pointer: '/key',
          code: 'several-matches',
          params: { count: several.length, numbers: several.slice(0, 5).join(', ') },
        },
      ],
    }
  const own = Object.keys(item.data).filter((member) => target.kind.managed.includes(member))
  if (own.length > 0) return { errors: own.map((member) => ({ pointer: `/data/${member}`, code: 'unknown-field' })) }
  const { unseen, ...data } = target.receive(record?.data, news(item.data, record), {
    origin: `feed:${source}`,
    at,
    manual: 'keep',
  }) as { unseen?: { source?: string }; externalIds?: { source: string; id: string }[] }
  const ids = data.externalIds ?? []
  const known = ids.some((one) => one.source === source && one.id === item.key)
  const after = {
    ...data,
    ...(unseen && unseen.source !== source && { unseen }),
    externalIds: known ? ids : [...ids, { source, id: item.key }],
  }
  const moved = item.state !== undefined && item.state !== record?.state
  if (record && !moved && sameJson(record.data, after)) return { id: record.id }
  const saving = {
    ...(record && { id: record.id, revision: record.revision }),
    data: after,
    ...(moved && { state: item.state! }),
  }
  return { saving, id: record?.id ?? '' }
}

/** What the source says that the record does not, or of which it once said something else. */
function news(data: Data, record: RecordOf<object> | undefined): Data {
  if (!record) return data
  const stored = record.data as { [member: string]: unknown }
  const said = {
    ...(stored['sourceSays'] as object | undefined),
    ...(stored['secretSourceSays'] as object | undefined),
  }
  return Object.fromEntries(
    Object.entries(data).filter(
      ([member, value]) => member in said || !sameJson(stored[member] ?? null, value ?? null),
    ),
  )
}

function keysOfItem({ key, data }: BatchItem, target: IntakeTarget): RowKey[] {
  return target.rules.flatMap((rule) => {
    if (rule.by === 'number') return []
    const values = rule.columns.map((field) =>
      field === ownColumns.key ? key : (target.columns.find((column) => column.field === field)?.read(data) ?? ''),
    )
    const texts = values.filter(
      (value): value is string => typeof value === 'string' && value !== '' && !isFiller(value),
    )
    return texts.length === values.length ? [{ rule, values: texts }] : []
  })
}

function savedResult(item: BatchItem, saved: Saved<object>, actor: Actor): BatchResult {
  if (saved.status !== 'refused') return { key: item.key, status: saved.status, id: saved.record.id }
  const { code, extra } = saved.error
  const errors = (extra.errors ?? []).map((error) => ({ ...error, pointer: `/data${error.pointer}` }))
  return refusedResult(item, errors.length > 0 ? errors : [{ pointer: '', code }], actor)
}

function refusedResult({ key }: BatchItem, errors: readonly FieldError[], { language }: Actor): BatchResult {
  return {
    key,
    status: 'refused',
    errors: errors.map((error) => ({ ...error, detail: faultWords(error.code, language, error.params) })),
  }
}

/** The answer that a batch got the first time, when it is sent again. Throws `invalid` when the key came with another body. */
export function answeredBefore(stored: unknown, bodyHash: string): { results: BatchResult[] } | undefined {
  if (stored === undefined) return undefined
  const { bodyHash: first, results } = stored as { bodyHash?: string; results?: BatchResult[] }
  if (first !== bodyHash || !results)
    throw new RegisterError('invalid', 'the key came with another body', {
      reason: 'idempotency-key-reused',
      errors: [],
    })
  return { results }
}
