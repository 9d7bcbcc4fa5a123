import * as z from 'zod/mini'
import { defineKind } from '../register/kind.ts'
import { owns, savedViewOutline } from './saved-view-outline.ts'
import { plainKind } from './work-kind.ts'

/** A list as somebody wants to see it again: its address, with filters and order. Only its owner changes it. */
export interface SavedViewData {
  name: string
  /** Path and query within the product, e.g. `/tillgangar?state=inOperation`. */
  address: string
  /** Everybody sees it among the views. */
  shared?: boolean
}

const schema = z.lazy(() =>
  z.strictObject({
    name: z.string().check(z.minLength(1), z.maxLength(80), z.regex(/^\S(?:.*\S)?$/)),
    address: z.string().check(z.maxLength(2000), z.regex(/^\/(?![/\\])[^\s\\]*$/)),
    shared: z.optional(z.boolean()),
  }),
)

export const savedView = defineKind<SavedViewData>({
  ...savedViewOutline,
  ...plainKind<SavedViewData>(),
  schema,
  initial: 'active',
  editable: ['active'],
  transitions: { remove: { from: ['active'], who: owns, apply: () => ({ state: 'removed' }) } },
})
