import type { JSX } from 'preact'
import { supplierCode } from '../words.ts'
import type { CoverageStatus } from './gravest.ts'

const ring = <circle cx="10" cy="10" r="7.5" fill="none" stroke="currentColor" stroke-width="2" />

const signs: { [status in CoverageStatus]: JSX.Element } = {
  covered: <path d="m4 10.5 4 4 8-9" fill="none" stroke="currentColor" stroke-width="2.2" />,
  missing: (
    <>
      <path d="M6.5 1.5h7l5 5v7l-5 5h-7l-5-5v-7z" fill="currentColor" />
      <path d="m7 7 6 6m0-6-6 6" stroke="#fff" stroke-width="2" />
    </>
  ),
  expired: (
    <>
      {ring}
      <path d="M10 5.5V10l3 2.5M3.5 16.5l13-13" fill="none" stroke="currentColor" stroke-width="2" />
    </>
  ),
  wrongController: (
    <>
      <path d="M10 1.5 18.5 10 10 18.5 1.5 10z" fill="none" stroke="currentColor" stroke-width="2" />
      <path d="M9 6h2v5H9zm0 6.2h2v2H9z" fill="currentColor" />
    </>
  ),
  notYetValid: (
    <>
      <circle cx="10" cy="10" r="7.5" fill="none" stroke="currentColor" stroke-width="2" stroke-dasharray="3 2.2" />
      <path d="M10 5.5V10l3 2" fill="none" stroke="currentColor" stroke-width="2" />
    </>
  ),
}

/** The sign of a status; always beside words. */
export function CoverageSign({ status }: { status: CoverageStatus }): JSX.Element {
  return (
    <svg class="fk-covsign" viewBox="0 0 20 20" aria-hidden="true">
      {signs[status]}
    </svg>
  )
}

/** Sign and word of whether a PUB-avtal covers a use. */
export function CoverageState({ status }: { status: CoverageStatus }): JSX.Element {
  return (
    <span class="fk-covstate" data-c={status}>
      <CoverageSign status={status} /> {supplierCode('coverageStatus', status)}
    </span>
  )
}
