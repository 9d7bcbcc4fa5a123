import type { JSX } from 'preact'
import { useLocation } from 'preact-iso/router'
import { now } from '../../api/clock.ts'
import { Empty } from '../../components/empty.tsx'
import { Waiting } from '../../components/waiting.tsx'
import { withNames } from '../../directory/names.ts'
import { Trouble } from '../../loading/trouble.tsx'
import { useLoad } from '../../loading/use-load.ts'
import type { PageProps } from '../../router/page.ts'
import { useTitle } from '../../router/title.ts'
import { Main } from '../../shell/main.tsx'
import { dateText, dayOf } from '../../text/format.ts'
import { language, t } from '../../text/text.ts'
import { SuppliersHead } from '../list/suppliers-head.tsx'
import { readCoverage } from './coverage.ts'
import { gravest } from './gravest.ts'
import { coverageAddress, coverageView } from './coverage-view.ts'
import { CoverageSign } from './coverage-sign.tsx'
import { CoverageTools } from './coverage-tools.tsx'
import { CoverageMatrix } from './coverage-matrix.tsx'
import { type Matrix, matrixOf } from './matrix.ts'
import { PairPart } from './pair-part.tsx'

/** Who processes for whom, and whether an agreement covers it on a day: suppliers by controllers. */
export function CoveragePage({ query }: PageProps): JSX.Element {
  const view = coverageView(query)
  const { route } = useLocation()
  const { day, controller } = view
  const asked = { ...(day && { asOf: day }), ...(controller && { controller }) }
  const { data, error, reload } = useLoad(JSON.stringify(asked), () => withNames(readCoverage(asked)))
  useTitle([t('suppliers.heading.coverage')])
  const matrix = data && matrixOf(data.items, language())
  const row = view.cell && matrix?.rows.find(({ key }) => key === view.cell?.row)
  const cell = row?.cells.get(view.cell?.column ?? '')
  return (
    <Main size="sm" wide>
      <SuppliersHead part="coverage" />
      <CoverageTools
        view={view}
        today={dayOf(now())}
        lead={matrix ? leadOf(matrix, day) : '\u00a0'}
        onChange={(next) => route(coverageAddress(next))}
      />
      {error !== undefined && <Trouble error={error} retry={reload} />}
      {!data && error === undefined && <Waiting lines={12} />}
      {matrix?.rows.length === 0 && (
        <Empty heading={t('suppliers.coverage.empty.heading')}>
          <p>{t('suppliers.coverage.empty.text')}</p>
        </Empty>
      )}
      {matrix && matrix.rows.length > 0 && (
        <>
          <CoverageMatrix matrix={matrix} view={view} />
          <Sums matrix={matrix} />
          {data.more && <p class="fk-dim fk-mt">{t('suppliers.coverage.more', { count: data.items.length })}</p>}
        </>
      )}
      {row && cell && <PairPart row={row} column={view.cell?.column ?? ''} cell={cell} />}
    </Main>
  )
}

function leadOf({ sums }: Matrix, day: string | undefined): string {
  const count = sums.missing + sums.expired + sums.notYetValid + sums.wrongController
  if (count === 0) return t('suppliers.coverage.whole')
  return day
    ? t('suppliers.coverage.leadThen', { count, date: dateText(day) })
    : t('suppliers.coverage.lead', { count })
}

function Sums({ matrix: { sums } }: { matrix: Matrix }): JSX.Element {
  return (
    <ul class="fk-covlegend">
      {gravest.toReversed().map((status) => (
        <li key={status}>
          <CoverageSign status={status} />
          <b class="fk-num">{sums[status]}</b> {t(`suppliers.coverage.sum.${status}`)}
        </li>
      ))}
    </ul>
  )
}
