import * as z from 'zod/mini'
import { encodings } from './read/encoding.ts'
import { jobStates } from './job.ts'
import { blankRules } from './mapping.ts'
import { outcomes } from './outcome.ts'

const count = z.int().check(z.minimum(0))
const counted = z.record(z.string(), count)
const blank = z.enum(blankRules)
const position = z.int().check(z.minimum(1), z.maximum(1000))

/** A name of a source: it stands in keys and in the history of records. */
export const sourceName = z.string().check(z.regex(/^[\p{L}\p{N}][\p{L}\p{N}._-]{0,53}$/u))

export const mappingBody = z.strictObject({
  readAs: z.optional(
    z.strictObject({
      encoding: z.optional(z.enum(encodings)),
      delimiter: z.optional(z.enum([',', ';', '\t', '|'])),
      headingRow: z.optional(z.int().check(z.minimum(1), z.maximum(1000))),
      sheet: z.optional(z.string().check(z.maxLength(200))),
    }),
  ),
  columns: z.optional(
    z
      .array(
        z.strictObject({
          position,
          field: z.optional(z.nullable(z.string().check(z.maxLength(120)))),
          blank: z.optional(blank),
        }),
      )
      .check(z.maxLength(500)),
  ),
  rules: z.optional(z.array(z.string()).check(z.maxLength(10))),
  scope: z.optional(z.enum(['part', 'whole'])),
  manual: z.optional(z.enum(['keep', 'replace'])),
})

export const applyBody = z.strictObject({ mode: z.enum(['all', 'valid']), confirmed: z.optional(z.boolean()) })

const change = z.strictObject({
  field: z.string(),
  label: z.string(),
  effect: z.enum(['set', 'clear', 'kept']),
  from: z.optional(z.string()),
  to: z.optional(z.string()),
})

const fault = z.strictObject({
  code: z.string(),
  detail: z.string(),
  position: z.optional(position),
  heading: z.optional(z.string()),
  value: z.optional(z.string()),
})

const row = z.strictObject({
  row: z.int(),
  outcome: z.enum(outcomes),
  id: z.optional(z.string()),
  number: z.optional(z.string()),
  name: z.optional(z.string()),
  key: z.optional(z.string()),
  changes: z.array(change),
  errors: z.array(fault),
})

const tally = z.array(z.strictObject({ field: z.string(), label: z.string(), rows: count }))

/** Where a file is to be sent, and until when. */
export const uploadShape = z.strictObject({
  address: z.string(),
  headers: z.record(z.string(), z.string()),
  until: z.string(),
})

/** An import as its page shows it. */
export const jobShape = {
  id: z.string(),
  kind: z.string(),
  source: z.string(),
  fileName: z.string(),
  bytes: count,
  createdAt: z.string(),
  createdBy: z.string(),
  state: z.enum(jobStates),
  readAs: z.looseObject({ format: z.enum(['csv', 'xlsx']), headingRow: z.int() }),
  columns: z.array(
    z.strictObject({
      position,
      heading: z.string(),
      samples: z.array(z.string()),
      field: z.optional(z.string()),
      blank,
    }),
  ),
  fields: z.array(
    z.strictObject({
      field: z.string(),
      label: z.string(),
      group: z.optional(z.string()),
      required: z.optional(z.boolean()),
    }),
  ),
  rules: z.array(z.strictObject({ id: z.string(), label: z.string(), fields: z.array(z.string()), use: z.boolean() })),
  order: z.array(z.string()),
  scope: z.enum(['part', 'whole']),
  manual: z.enum(['keep', 'replace']),
  remembered: z.boolean(),
  progress: z.strictObject({ done: count, total: z.optional(count) }),
  counts: counted,
  cleared: tally,
  kept: tally,
  unknown: z.array(
    z.strictObject({
      code: z.string(),
      value: z.string(),
      rows: count,
      detail: z.string(),
      suggestion: z.optional(z.string()),
    }),
  ),
  fault: z.optional(z.looseObject({ reason: z.string(), detail: z.string() })),
  appliedBefore: z.optional(z.strictObject({ id: z.string(), at: z.string() })),
  applied: z.optional(z.looseObject({ mode: z.string(), startedAt: z.string(), counts: counted })),
  sameAs: z.optional(z.string()),
  uploadUntil: z.optional(z.string()),
  load: z.optional(z.looseObject({})),
  confirm: z.optional(z.strictObject({ share: count })),
}

export const jobSchema = z.strictObject(jobShape)

export const jobWithRows = z.strictObject({
  ...jobShape,
  rows: z.optional(z.strictObject({ items: z.array(row), next: z.optional(z.string()) })),
})
