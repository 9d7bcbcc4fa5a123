import { sameJson } from '../register/canonical.ts'
import { withoutAbsent } from '../register/present.ts'
import { fieldAt } from '../register/secrecy-mark.ts'
import type { AssetData, SourceValue } from './data.ts'

type Values = { [field: string]: unknown }

/** Fields that no source speaks of. */
const ownFields = [
  'origins',
  'sourceSays',
  'secretSourceSays',
  'externalIds',
  'unseen',
  'changes',
  'stateBefore',
  'secrecyMarks',
  'keeper',
  'findingCounts',
  'documents',
]

/** Secret whatever the record's own marks say. */
const secretFields = ['network']

/** How a source's values come in. */
export interface Receipt {
  /** `feed:<source>` or `import:<source>`. */
  origin: string
  /** RFC 3339. */
  at: string
  /** Whether values that somebody wrote by hand stand; a feed keeps them, a file that somebody has looked through does not. */
  manual?: 'keep' | 'replace'
}

/**
 * A record's data after a source has spoken: its values take the place of what is empty and of what came from a source; what
 * somebody wrote by hand stands, with the source's word beside it. A field absent from `values` is left as it is, `null` empties it.
 */
export function received<T extends AssetData>(before: T | undefined, values: Values, receipt: Receipt): T {
  const { origin, at, manual = origin.startsWith('feed:') ? 'keep' : 'replace' } = receipt
  const after = { ...before } as unknown as Values
  const origins = { ...before?.origins }
  const said = { ...before?.sourceSays, ...before?.secretSourceSays }
  for (const field of Object.keys(values)) {
    if (ownFields.includes(field)) continue
    const sent = values[field]
    const value = sent ?? undefined
    const same = sameJson(after[field], value)
    if (!same && manual === 'keep' && isManual(before, field)) {
      said[field] = { source: sourceOf(origin), value: sent, at: known(said[field], sent, origin) ?? at }
      continue
    }
    delete said[field]
    if (same && isManual(before, field)) continue
    if (value === undefined) delete after[field]
    else after[field] = value
    origins[field] = origin
  }
  return withSources(after, origins, said)
}

/** What somebody's own save does to the origins: the fields that it changed are manual from now on. */
export function edited<T extends AssetData>(before: T, data: T): T {
  const origins = { ...data.origins }
  const said: { [field: string]: SourceValue } = { ...data.sourceSays, ...data.secretSourceSays }
  const at = (values: T) => values as unknown as Values
  for (const field of new Set([...Object.keys(before), ...Object.keys(data)])) {
    if (ownFields.includes(field) || sameJson(at(before)[field], at(data)[field])) continue
    const origin = before.origins?.[field]
    const word = said[field]
    if (word && sameJson(word.value, at(data)[field])) {
      origins[field] = `feed:${word.source}`
      delete said[field]
    } else if (origin && origin !== 'manual') {
      if (origin.startsWith('feed:')) said[field] = { source: sourceOf(origin), value: at(before)[field] ?? null }
      origins[field] = 'manual'
    } else if (at(data)[field] === undefined && isFed(before)) {
      origins[field] = 'manual'
    }
  }
  return withSources(data, origins, said)
}

/** The source's word in place of one's own, for these fields; those of which no source has spoken are left. */
export function taken<T extends AssetData>(data: T, fields: readonly string[]): T {
  const after = { ...data } as unknown as Values
  const origins = { ...data.origins }
  const said: { [field: string]: SourceValue } = { ...data.sourceSays, ...data.secretSourceSays }
  for (const field of fields) {
    const word = said[field]
    if (!word) continue
    if (word.value === undefined || word.value === null) delete after[field]
    else after[field] = word.value
    origins[field] = `feed:${word.source}`
    delete said[field]
  }
  return withSources(after, origins, said)
}

/** The record's marks, with what sources say of marked fields set apart from what they say of the others. */
export function marked<T extends AssetData>(data: T, secrecyMarks: T['secrecyMarks']): Partial<T> {
  const said = { ...data.sourceSays, ...data.secretSourceSays }
  const { sourceSays, secretSourceSays } = withSources<T>({ ...data, secrecyMarks }, data.origins ?? {}, said)
  return { secrecyMarks, sourceSays, secretSourceSays } as Partial<T>
}

/** Fields of which a source says something else than the record. */
export function disputedFields(data: AssetData): string[] {
  return [...Object.keys(data.sourceSays ?? {}), ...Object.keys(data.secretSourceSays ?? {})]
}

/** Known to some source: what a person empties must then be marked, or the next load would fill it. */
function isFed({ externalIds = [], origins = {} }: AssetData): boolean {
  return externalIds.length > 0 || Object.keys(origins).length > 0
}

/** Written by hand: it says so, or holds a value that no source has given. */
function isManual(data: AssetData | undefined, field: string): boolean {
  const origin = data?.origins?.[field]
  return origin === 'manual' || (origin === undefined && (data as Values | undefined)?.[field] !== undefined)
}

function sourceOf(origin: string): string {
  return origin.slice(origin.indexOf(':') + 1)
}

/** When the same source said the same already, the time at which it first did. */
function known(word: SourceValue | undefined, value: unknown, origin: string): string | undefined {
  return word && word.source === sourceOf(origin) && sameJson(word.value, value) ? word.at : undefined
}

/** The data with its sources: empty groups left out, words about secret fields kept apart from the others. */
function withSources<T extends AssetData>(
  data: object,
  origins: { [field: string]: string },
  said: { [field: string]: SourceValue },
): T {
  const { secrecyMarks = [] } = data as AssetData
  const marked = secrecyMarks.map(({ fieldPath }) => fieldAt(fieldPath))
  const open: typeof said = {}
  const secret: typeof said = {}
  for (const [field, word] of Object.entries(said))
    (secretFields.includes(field) || marked.includes(field) ? secret : open)[field] = word
  return withoutAbsent({
    ...data,
    origins: filledOnly(origins),
    sourceSays: filledOnly(open),
    secretSourceSays: filledOnly(secret),
  }) as unknown as T
}

function filledOnly<G extends object>(group: G): G | undefined {
  return Object.keys(group).length > 0 ? group : undefined
}
