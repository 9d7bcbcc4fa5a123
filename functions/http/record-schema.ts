import * as z from 'zod/mini'
import type { Kind } from '../register/kind.ts'
import type { Outline } from '../register/outline.ts'
import { named } from './schema-names.ts'

const time = z.iso.datetime()
const pointer = z.string()
const params = z.optional(z.record(z.string(), z.union([z.string(), z.number()])))

const masked = named('Masked', z.strictObject({ secrecy: z.string() }))

const missing = named(
  'Missing',
  z.strictObject({
    pointer,
    rule: z.string(),
    source: z.string(),
    text: z.optional(z.string()),
    params,
    detail: z.string(),
    law: z.optional(z.string()),
  }),
)

const remark = named(
  'Remark',
  z.strictObject({
    id: z.string(),
    text: z.string(),
    at: time,
    by: z.string(),
    ruleIds: z.optional(z.array(z.string())),
    dueDate: z.optional(z.iso.date()),
    answer: z.optional(z.strictObject({ text: z.string(), at: time, by: z.string() })),
    closedAt: z.optional(time),
  }),
)

const proposal = named(
  'Proposal',
  z.strictObject({
    transition: z.string(),
    by: z.string(),
    at: time,
    data: z.optional(z.record(z.string(), z.unknown())),
    comment: z.optional(z.string()),
  }),
)

const head = {
  id: z.string(),
  number: z.optional(z.string()),
  revision: z.int(),
  registeredRevision: z.optional(z.int()),
  orgUnitId: z.optional(z.string()),
  createdAt: time,
  createdBy: z.string(),
  updatedAt: time,
  updatedBy: z.string(),
  proposed: z.optional(proposal),
  remarks: z.optional(z.array(remark)),
}

export const revisionEntry = named(
  'RevisionEntry',
  z.strictObject({
    revision: z.int(),
    state: z.string(),
    at: time,
    by: z.string(),
    transition: z.optional(z.string()),
    comment: z.optional(z.string()),
    editorial: z.optional(z.boolean()),
    registered: z.optional(z.boolean()),
    changed: z.array(pointer),
    hash: z.string(),
  }),
)

export const fieldChange = named(
  'FieldChange',
  z.strictObject({ pointer, from: z.optional(z.unknown()), to: z.optional(z.unknown()) }),
)

export const note = named(
  'Comment',
  z.strictObject({ id: z.string(), at: time, by: z.string(), text: z.string(), pointer: z.optional(pointer) }),
)

export const linkGroup = named(
  'LinkGroup',
  z.strictObject({
    rel: z.string(),
    direction: z.enum(['out', 'in']),
    items: z.array(
      z.strictObject({
        kind: z.string(),
        id: z.string(),
        number: z.optional(z.string()),
        name: z.optional(z.string()),
        state: z.optional(z.string()),
      }),
    ),
    more: z.optional(z.literal(true)),
  }),
)

/** A page of a list: `next` is the cursor of the following page, absent on the last. */
export function pageOf(item: z.ZodMiniType): z.ZodMiniType {
  return z.strictObject({ items: z.array(item), next: z.optional(z.string()) })
}

/** The schemas of one kind's answers: its `data` as shown, a whole record, and a line in a list. */
export interface RecordSchemas {
  data: z.ZodMiniType
  record: z.ZodMiniType
  summary: z.ZodMiniType
}

const summaries = new Map<string, z.ZodMiniType>()

/** The schema of a kind's line in lists, made once: several routes answer with it. */
export function summarySchema(kind: Outline<object>): z.ZodMiniType {
  const known = summaries.get(kind.name)
  if (known) return known
  const summary = z.lazy(() => z.strictObject({ ...envelopeOf(kind), data: z.record(z.string(), z.unknown()) }))
  const made = named(`${nameOf(kind)}Summary`, summary)
  summaries.set(kind.name, made)
  return made
}

/** The schemas of a kind, built at first use, for the document alone; `members` are what its service adds to a record. */
export function recordSchemas(kind: Kind<object>, members: { [name: string]: z.ZodMiniType } = {}): RecordSchemas {
  const data = named(
    `${nameOf(kind)}Data`,
    z.lazy(() => shownData(kind)),
  )
  const record = z.lazy(() => {
    const actions = z.array(z.enum(['edit', ...Object.keys(kind.transitions)]))
    return z.strictObject({ ...envelopeOf(kind), data, missing: z.array(missing), allowed: actions, ...members })
  })
  return { data, record: named(nameOf(kind), record), summary: summarySchema(kind) }
}

function nameOf(kind: Outline<object>): string {
  return kind.name.charAt(0).toUpperCase() + kind.name.slice(1)
}

function envelopeOf(kind: Outline<object>) {
  return { ...head, kind: z.literal(kind.name), state: z.enum(kind.states) }
}

/** `data` as answers hold it: any field that may be marked as secret can read `{ secrecy }` instead. */
function shownData(kind: Kind<object>): z.ZodMiniType {
  const schema = kind.schema instanceof z.ZodMiniLazy ? kind.schema._zod.innerType : kind.schema
  const shape = (schema as Partial<z.ZodMiniObject>).shape
  if (!shape) return kind.schema
  const markable = 'secrecyMarks' in shape ? Object.keys(shape) : Object.keys(kind.secrets)
  const orMasked = markable.flatMap((field) => {
    const schema = shape[field]
    return schema ? [[field, z.optional(z.union([schema as z.ZodMiniType, masked]))]] : []
  })
  return z.strictObject({ ...shape, ...Object.fromEntries(orMasked) })
}
