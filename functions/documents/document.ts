import * as z from 'zod/mini'

/** One version of a document: a file with its fingerprint. Never overwritten. */
export interface KeptDocument {
  n: number
  name: string
  type: string
  bytes: number
  sha256: string
  /** What it is to the record: a code of the record's own kind. */
  part: string
  /** RFC 3339. */
  at: string
  by: string
  /** The document that this is a newer version of. */
  replaces?: number
  /** Where the file is kept: the product's own name for it. */
  file: string
}

/** What a record holds that has documents. */
export interface WithDocuments {
  documents?: KeptDocument[]
}

/** Documents of one record, at most. */
export const mostDocuments = 60

const time = z.string().check(z.maxLength(40))
const short = z.string().check(z.maxLength(300))

/** The field `documents` of a record, whose parts are called so. */
export function documentsShape(parts: readonly string[]): z.ZodMiniOptional<z.ZodMiniType<KeptDocument[]>> {
  return z.optional(
    z.array(
      z.strictObject({
        n: z.int(),
        name: short,
        type: short,
        bytes: z.int(),
        sha256: short,
        part: z.enum(parts),
        at: time,
        by: short,
        replaces: z.optional(z.int()),
        file: short,
      }),
    ),
  ) as unknown as z.ZodMiniOptional<z.ZodMiniType<KeptDocument[]>>
}
