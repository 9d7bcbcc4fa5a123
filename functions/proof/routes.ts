import type * as z from 'zod/mini'
import { isSigned } from '../checkpoint/head.ts'
import type { SealedHeads } from '../checkpoint/heads.ts'
import { operationWords } from '../http/operation.ts'
import { personRoute, type Route } from '../http/route.ts'
import { type Actor, holds } from '../register/actor.ts'
import { RegisterError } from '../register/errors.ts'
import type { Outline } from '../register/outline.ts'
import { load } from '../register/read/load.ts'
import { isRegistered } from '../register/read/readable.ts'
import { viewOf } from '../register/read/show.ts'
import { leavesOf } from '../register/seal/revision.ts'
import type { Store } from '../store/store.ts'
import { makeProof } from './make-proof.ts'
import { withheldOf } from './withheld.ts'

/** What routes answer, as the OpenAPI document has it. */
export interface ProofShapes {
  proof: z.ZodMiniType
  verification: z.ZodMiniType
}

/** Those who examine what others have registered (domain section 6); drafts in a proof are closed to them. */
const examiners = ['auditor', 'registrar']

/**
 * The proof of one record, of every kind, for those who see all its revisions and those who examine what is in force; and the newest head
 * with its signature. A Lambda does without the shapes: the document is a file, and they are made with a library that it needs for nothing else.
 */
export function proofRoutes(
  store: Store,
  kinds: readonly Outline<object>[],
  heads: SealedHeads,
  shapes?: ProofShapes,
): Route[] {
  return [
    personRoute({
      method: 'GET',
      path: '/api/verification',
      operationId: 'getVerification',
      summary: operationWords('verification'),
      success: { status: 200, ...(shapes && { schema: shapes.verification }) },
      handler: async () => {
        const head = await heads.latest()
        return { body: head ? { head, signed: isSigned(head) } : { signed: false } }
      },
    }),
    ...kinds.map((kind) => proofRoute(store, kind, heads, shapes)),
  ]
}

function proofRoute(store: Store, kind: Outline<object>, heads: SealedHeads, shapes?: ProofShapes): Route {
  const name = kind.name.charAt(0).toUpperCase() + kind.name.slice(1)
  return personRoute({
    method: 'GET',
    path: `/api/${kind.plural}/:id/proof`,
    operationId: `prove${name}`,
    summary: operationWords('proof'),
    success: { status: 200, ...(shapes && { schema: shapes.proof }) },
    handler: async ({ params: { id = '' }, actor }) => {
      const loaded = await load(store, kind, id)
      const view = loaded && viewOf(kind, actor, loaded.snapshot)
      if (!view) throw new RegisterError('not-found', `no ${kind.name} ${id} for this caller`)
      const { newest } = loaded.snapshot
      if (view !== 'newest' && !examines(actor, newest.orgUnitId))
        throw new RegisterError('forbidden', 'sees only what is in force')
      const proof = await makeProof(store, heads, `${kind.name}#${id}`, (revision) =>
        view === 'newest' || isRegistered(revision)
          ? withheldOf(kind, revision, newest)
          : Object.keys(leavesOf(revision)),
      )
      if (!proof) throw new RegisterError('not-found', 'not sealed yet', { reason: 'not-sealed' })
      return { headers: { 'Content-Disposition': `attachment; filename="${id}.proof.json"` }, body: proof }
    },
  })
}

function examines(actor: Actor, orgUnitId: string | undefined): boolean {
  return examiners.some((role) => holds(actor, role, orgUnitId))
}
