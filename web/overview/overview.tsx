import type { ComponentChildren, JSX } from 'preact'
import { useId } from 'preact/hooks'
import { now } from '../api/clock.ts'
import { levels } from '../components/severity.tsx'
import { Waiting } from '../components/waiting.tsx'
import { orgUnits } from '../directory/org-units.ts'
import { Trouble } from '../loading/trouble.tsx'
import { useLoad } from '../loading/use-load.ts'
import { GrowthLine } from '../plots/growth-line.tsx'
import { SeverityBar } from '../plots/severity-bar.tsx'
import { ShareBars } from '../plots/share-bars.tsx'
import { SealLine } from '../proof/seal-line.tsx'
import { useSession } from '../shell/session.ts'
import { dayOf } from '../text/format.ts'
import { language, t } from '../text/text.ts'
import { FigureTable } from './figure-table.tsx'
import { daysBack, reviewedShares, sumFindings } from './figures.ts'
import { countsAt, readRegister } from './read-register.ts'

const goal = 0.9
const lagging = 0.75
const monthsBack = [0, 3, 6, 9, 12]

/** Key figures of the officer's part of the register as plots, each with its table. */
export function Overview(): JSX.Element {
  const scopes = useSession().roles.flatMap(({ role, scopeOrgUnitId }) => (role === 'dpo' ? [scopeOrgUnitId] : []))
  const { data, error, reload } = useLoad('overview', async () => {
    const [register, units] = await Promise.all([readRegister(scopes), orgUnits()])
    const days = daysBack(dayOf(now()), monthsBack)
    const earlier = register.isWhole ? await countsAt(days.slice(0, -1), scopes) : []
    return { ...register, units, days, counted: [...earlier, register.rows.length] }
  })
  if (error !== undefined) return <Trouble error={error} retry={reload} />
  if (!data) return <Waiting lines={9} />
  const today = dayOf(now())
  const counts = sumFindings(data.rows)
  const total = levels.reduce((sum, level) => sum + counts[level], 0)
  const shares = reviewedShares(data.rows, data.units, today)
  const { days, counted } = data
  const points = counted.map((value, i) => ({ name: monthName(days[i]!), value }))
  return (
    <aside class="fk-aside" aria-label={t('overview.label')}>
      <Plot heading={t('overview.findings')} help={t('overview.findingsHelp')} first>
        <p>
          <span class="fk-big">{total}</span>{' '}
          <span class="fk-dim">{t('overview.inActivities', { count: data.rows.length })}</span>
        </p>
        <div class="fk-mt-s">
          <SeverityBar
            label={t('overview.findingsLabel', { count: total, K: counts.K, H: counts.H, M: counts.M, L: counts.L })}
            counts={counts}
            href={(level) => `/registret?state=registered&orgUnit=${scopes.join()}&severity=${level}`}
          />
        </div>
      </Plot>
      {shares.length > 0 && (
        <Plot heading={t('overview.reviewed')} help={t('overview.reviewedHelp', { lagging: String(lagging * 100) })}>
          <ShareBars
            label={t('overview.reviewedLabel', { goal: String(goal * 100) })}
            shares={shares}
            goal={goal}
            lagging={lagging}
          />
          <FigureTable
            caption={t('overview.reviewed')}
            names={t('overview.unit')}
            values={t('overview.share')}
            rows={shares.map(({ name, share }) => [
              name,
              t('parts.percent', { value: String(Math.round(share * 100)) }),
            ])}
          />
        </Plot>
      )}
      {data.isWhole && (
        <Plot heading={t('overview.growth')}>
          <GrowthLine
            label={t('overview.growthLabel', { from: points[0]!.value, to: points.at(-1)!.value })}
            points={points}
          />
          <FigureTable
            caption={t('overview.growth')}
            names={t('overview.month')}
            values={t('overview.count')}
            rows={points.map(({ value }, i) => [days[i]!, String(value)])}
          />
        </Plot>
      )}
      <Plot heading={t('overview.history')}>
        <SealLine />
      </Plot>
      {!data.isWhole && <p class="fk-small fk-dim">{t('overview.part', { count: data.rows.length })}</p>}
    </aside>
  )
}

interface PlotProps {
  heading: string
  help?: string
  first?: boolean
  children: ComponentChildren
}

function Plot({ heading, help, first, children }: PlotProps): JSX.Element {
  const id = useId()
  return (
    <section class={first ? 'fk-plot fk-sec' : 'fk-plot'} aria-labelledby={id}>
      <h2 class="fk-h3" id={id}>
        {heading}
      </h2>
      {help && <p class="fk-small fk-dim fk-mb-s">{help}</p>}
      {children}
    </section>
  )
}

function monthName(day: string): string {
  const locale = language() === 'sv' ? 'sv-SE' : 'en-GB'
  return new Intl.DateTimeFormat(locale, { month: 'short', timeZone: 'UTC' })
    .format(new Date(`${day}T12:00:00Z`))
    .replace('.', '')
}
