import type { JSX } from 'preact'
import { t } from '../text/text.ts'

interface Props {
  caption: string
  names: string
  values: string
  rows: readonly (readonly [string, string])[]
}

/** The numbers behind a plot, one press away. */
export function FigureTable({ caption, names, values, rows }: Props): JSX.Element {
  return (
    <details class="fk-why">
      <summary class="fk-small">{t('parts.showTable')}</summary>
      <table class="ds-table fk-table" data-flush>
        <caption class="ds-sr-only">{caption}</caption>
        <thead>
          <tr>
            <th scope="col">{names}</th>
            <th scope="col" data-n>
              {values}
            </th>
          </tr>
        </thead>
        <tbody>
          {rows.map(([name, value]) => (
            <tr key={name}>
              <th scope="row">{name}</th>
              <td data-n>{value}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </details>
  )
}
