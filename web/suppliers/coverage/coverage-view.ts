import { isDate } from '../../fields/date-text.ts'

/** Everything that decides what the coverage page shows; the address bar holds it whole. */
export interface CoverageView {
  /** A calendar day other than today. */
  day?: string
  /** A controller. */
  controller?: string
  gapsOnly: boolean
  /** Supplier and controller of the chosen cell. */
  cell?: { row: string; column: string }
}

export const coveragePath = '/leverantorer/tackning'

/** Reads a view from an address's query. */
export function coverageView(query: { [name: string]: string | undefined }): CoverageView {
  const day = query['den'] ?? ''
  return {
    ...(isDate(day) && { day }),
    ...(query['namnd'] && { controller: query['namnd'] }),
    gapsOnly: query['brister'] === '1',
    ...(query['leverantor'] && { cell: { row: query['leverantor'], column: query['for'] ?? '' } }),
  }
}

/** The address of a view; what is as usual is left out. */
export function coverageAddress({ day, controller, gapsOnly, cell }: CoverageView): string {
  const query = new URLSearchParams({
    ...(day && { den: day }),
    ...(controller && { namnd: controller }),
    ...(gapsOnly && { brister: '1' }),
    ...(cell && { leverantor: cell.row, ...(cell.column && { for: cell.column }) }),
  })
  return query.size ? `${coveragePath}?${query}` : coveragePath
}
