import type { DocumentsOf } from '../documents/document-routes.ts'
import type { Kind } from '../register/kind.ts'
import type { AssetData } from './data.ts'
import { missingSentence } from './sentences.ts'
import en from './text/en/operations.json' with { type: 'json' }
import sv from './text/sv/operations.json' with { type: 'json' }
import { assetVocabularies } from './vocabulary.ts'

/** Certificates, analyses, declarations and descriptions of one kind of assets, as files. */
export function assetDocuments<T extends AssetData>(kind: Kind<T>): DocumentsOf<T, readonly string[]> {
  const words = (operation: keyof typeof sv) => ({ sv: sv[operation], en: en[operation] })
  return {
    kind,
    parts: assetVocabularies['documentPart'] ?? [],
    usualPart: 'other',
    summaries: {
      list: words('documents'),
      add: words('addDocument'),
      upload: words('documentUpload'),
      get: words('document'),
    },
    missing: missingSentence,
  }
}
