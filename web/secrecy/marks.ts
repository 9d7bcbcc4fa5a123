import type { AssetRecord } from '../asset.ts'

/** A field that is marked as secret, with what the law asks of a mark. */
export interface Mark {
  fieldPath: string
  provision: string
  markedAt?: string
  markedByAuthority?: string
}

/** The marks of a record as it is shown. */
export function marksOf({ data }: AssetRecord): Mark[] {
  return (data['secrecyMarks'] as Mark[] | undefined) ?? []
}
