import type { DocumentsOf } from '../documents/document-routes.ts'
import type { Kind } from '../register/kind.ts'
import type { AssetData } from './data.ts'
import { assetOperation } from './operation.ts'
import { missingSentence } from './sentences.ts'
import { assetVocabularies } from './vocabulary.ts'

/** Certificates, analyses, declarations and descriptions of one kind of assets, as files. */
export function assetDocuments<T extends AssetData>(kind: Kind<T>): DocumentsOf<T, readonly string[]> {
  return {
    kind,
    parts: assetVocabularies['documentPart'] ?? [],
    usualPart: 'other',
    summaries: {
      list: assetOperation('documents'),
      add: assetOperation('addDocument'),
      upload: assetOperation('documentUpload'),
      get: assetOperation('document'),
    },
    missing: missingSentence,
  }
}
