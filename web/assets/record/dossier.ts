import type { LinkGroup, Note, Revision } from '../../api/record.ts'
import { type At, commentsOfRecord, linksOfRecord, readRecord, revisionsOfRecord } from '../../api/records.ts'
import { withNames } from '../../directory/names.ts'
import type { AssetKind, AssetRecord } from '../asset.ts'

/** An asset with what surrounds it, read together so that the page is drawn once. */
export interface AssetDossier {
  kind: AssetKind
  record: AssetRecord
  links: LinkGroup[]
  revisions: Revision[]
  notes: Note[]
}

/** @throws Problem when the record may not be read, or was not there then */
export async function readAsset(kind: AssetKind, id: string, at: At): Promise<AssetDossier> {
  const [record, links, revisions, notes] = await Promise.all([
    readRecord<AssetRecord['data']>(kind.plural, id, at),
    linksOfRecord(kind.plural, id),
    revisionsOfRecord(kind.plural, id),
    commentsOfRecord(kind.plural, id),
  ])
  return withNames({ kind, record, links, revisions, notes })
}
