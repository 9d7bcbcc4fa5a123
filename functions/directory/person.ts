import * as z from 'zod/mini'
import type { Actor } from '../register/actor.ts'
import { holds, holdsAnywhere } from '../register/actor.ts'
import { defineKind } from '../register/kind.ts'
import { fixedFields, hsaId, line } from './field.ts'
import { activeOrEnded } from './lifespan.ts'
import { maintains, personOutline } from './person-outline.ts'

const schema = z.strictObject({
  userId: z.string().check(z.regex(/^[A-Za-z0-9][A-Za-z0-9._@-]{0,99}$/)),
  displayName: line(120),
  title: z.optional(line(120)),
  orgUnitId: z.optional(z.string()),
  email: z.optional(z.email().check(z.maxLength(254))),
  hsaId: z.optional(hsaId),
})

/** Somebody who works here, or an integration that acts in its own name. No national identity number, ever. */
export type PersonData = z.infer<typeof schema>

const lifespan = activeOrEnded<PersonData>({ who: (actor, { newest }) => maintains(actor, newest.data, newest.id) })

/** Everything that says who somebody is, and what stands there when it is erased: records go on pointing at the id. */
const erased = (id: string): { [field in keyof PersonData]: string | undefined } => ({
  userId: `erased-${id.slice(id.indexOf('_') + 1)}`,
  displayName: '–',
  title: undefined,
  email: undefined,
  hsaId: undefined,
})

export const person = defineKind<PersonData>({
  ...personOutline,
  schema,
  ...lifespan,
  transitions: {
    ...lifespan.transitions,
    // DSF 17: the data protection officer erases who has ended; history keeps what was done, and by which id.
    erase: {
      from: ['ended'],
      who: (actor, { newest }) => isOfficer(actor, newest.data) && newest.id !== actor.personId,
      requires: ({ comment }) => (comment ? [] : [{ pointer: '/comment', rule: 'eraseReason', source: 'DSF 17' }]),
      erases: Object.keys(erased('')),
      apply: ({ snapshot }) => ({ data: erased(snapshot.newest.id) as Partial<PersonData> }),
    },
  },
  orgUnitId: (data) => data.orgUnitId,
  check: (data, _context, { before }) => fixedFields(before, data, ['userId']),
  unique: ({ data }) => [
    { scope: 'userId', value: data.userId.toLowerCase() },
    ...(data.hsaId ? [{ scope: 'personHsaId', value: data.hsaId }] : []),
  ],
  touches: ['directory'],
})

function isOfficer(actor: Actor, { orgUnitId }: PersonData): boolean {
  return orgUnitId ? holds(actor, 'dpo', orgUnitId) : holdsAnywhere(actor, 'dpo')
}
