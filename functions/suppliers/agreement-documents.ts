import type { DocumentsOf } from '../documents/document-routes.ts'
import { agreement } from './agreement.ts'
import type { AgreementData } from './agreement-data.ts'
import { supplierOperation } from './operation.ts'
import { missingSentence } from './sentences.ts'
import { supplierVocabularies } from './vocabulary.ts'

/** The signed agreement and its annexes as files. */
export const agreementDocuments: DocumentsOf<AgreementData, typeof supplierVocabularies.documentPart> = {
  kind: agreement,
  parts: supplierVocabularies.documentPart,
  usualPart: 'agreement',
  summaries: {
    list: supplierOperation('documents'),
    add: supplierOperation('addDocument'),
    upload: supplierOperation('documentUpload'),
    get: supplierOperation('document'),
  },
  missing: missingSentence,
}
