import type { Note, Revision } from '../../api/record.ts'
import { allPages } from '../../api/all-pages.ts'
import { Problem } from '../../api/problem.ts'
import { type At, commentsOfRecord, readRecord, revisionsOfRecord } from '../../api/records.ts'
import { withNames } from '../../directory/names.ts'
import { loadCodes } from '../../words/codes.ts'
import type { AgreementRecord, AgreementRow } from '../agreement.ts'
import { readCoverage, type Uses } from '../coverage/coverage.ts'
import type { SupplierRecord } from '../supplier.ts'

/** Something that has changed at a supplier, what is to be assessed again, by whom and until when. */
export interface Reassessment {
  pointer: string
  agreementId?: string
  trigger: string
  names?: string[]
  text?: string
  at: string
  due: string
  open: boolean
  by: string[]
  records: { kind: string; id: string; number?: string; name: string }[]
  riskAnalysisId?: { diaryNumber?: string; date?: string; result?: string }
}

interface Around {
  revisions: Revision[]
  notes: Note[]
}

/** A supplier with what surrounds it, read together so that the page is drawn once. */
export interface SupplierDossier extends Around {
  record: SupplierRecord
  agreements: AgreementRow[]
  /** None for those whom coverage is not for. */
  uses: Uses | undefined
  reassessments: Reassessment[]
}

export interface AgreementDossier extends Around {
  record: AgreementRecord
}

/** @throws Problem when the record may not be read, or was not there then */
export async function readSupplier(id: string, at: At): Promise<SupplierDossier> {
  const [record, agreements, uses, reassessments, around] = await Promise.all([
    readRecord<SupplierRecord['data']>('suppliers', id, at) as Promise<SupplierRecord>,
    allPages<AgreementRow>(`/api/agreements?supplier=${id}${at.asOf ? `&asOf=${at.asOf}` : ''}&limit=200`),
    readCoverage({ supplier: id, ...(at.asOf ? { asOf: at.asOf } : {}) }).catch(unlessForbidden),
    allPages<Reassessment>(`/api/suppliers/${id}/reassessments?limit=200`),
    readAround('suppliers', id),
  ])
  return withNames({ record, agreements, uses, reassessments, ...around })
}

/** @throws Problem when the record may not be read, or was not there then */
export async function readAgreement(id: string, at: At): Promise<AgreementDossier> {
  const [record, around] = await Promise.all([
    readRecord<AgreementRecord['data']>('agreements', id, at) as Promise<AgreementRecord>,
    readAround('agreements', id),
    loadCodes(),
  ])
  return withNames({ record, ...around })
}

async function readAround(plural: string, id: string): Promise<Around> {
  const [revisions, notes] = await Promise.all([revisionsOfRecord(plural, id), commentsOfRecord(plural, id)])
  return { revisions, notes }
}

function unlessForbidden(problem: unknown): undefined {
  if (problem instanceof Problem && problem.status === 403) return undefined
  throw problem
}
