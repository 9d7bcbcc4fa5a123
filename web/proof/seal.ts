import { getJson } from '../api/request.ts'

/** The newest seal of the history, as far as pages tell of it. */
export interface Seal {
  number: number
  /** The day that it closes, and when it was made. */
  day: string
  at: string
  /** How much it covers: records, their comments, days of the read log. */
  records: number
  /** Of what the seal before covered, how much did not fit it any more. */
  faults: number
  keyFingerprint: string
}

/** Absent until the first night; `signed`: its signature holds. */
export interface Verification {
  head?: Seal
  signed: boolean
}

/** @throws Problem */
export function readVerification(): Promise<Verification> {
  return getJson<Verification>('/api/verification')
}
