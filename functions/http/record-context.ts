import type * as z from 'zod/mini'
import type { Engine, Shown } from '../register/api.ts'
import type { Kind } from '../register/kind.ts'
import type { RecordSchemas } from './record-schema.ts'
import type { PersonCall, Reply, Sentences } from './route.ts'

/** What a service adds to the common routes of one of its kinds. */
export interface Presenter<T> extends Sentences {
  /** Further members of a record's answer, e.g. an activity's `findings`. */
  members?(shown: Shown<T>, call: PersonCall): { [member: string]: unknown } | Promise<{ [member: string]: unknown }>
  /** The schemas of those members. */
  memberSchemas?: { [member: string]: z.ZodMiniType }
}

/** Turns a record into its answer; 200 unless another status is given. */
export type RecordReply<T> = (shown: Shown<T>, call: PersonCall, status?: number) => Promise<Reply>

/** What the route makers of one kind share. */
export interface RecordContext<T extends object> {
  kind: Kind<T>
  engine: Engine
  /** `/api/medical-devices` */
  path: string
  /** `MedicalDevice` and `MedicalDevices`, as they stand in operation ids. */
  names: { one: string; many: string }
  schemas: RecordSchemas
  reply: RecordReply<T>
  sentences: Sentences
}
