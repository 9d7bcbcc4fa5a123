import * as z from 'zod/mini'
import type { ProofShapes } from './routes.ts'

const headShape = z.looseObject({ format: z.literal('forteckna-head-1') })

/** What the OpenAPI document says of proofs. */
export const proofShapes: ProofShapes = {
  proof: z.looseObject({ format: z.literal('forteckna-proof-1') }),
  verification: z.strictObject({ head: z.optional(headShape), signed: z.boolean() }),
}
