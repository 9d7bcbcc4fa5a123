import type { JSX } from 'preact'
import { daysBetween, dateText } from '../../text/format.ts'
import { t } from '../../text/text.ts'

interface Props {
  from: string
  to: string
  notice: string | undefined
  today: string
  todayLabel: string
  /** It goes on by itself when nobody gives notice. */
  renews: boolean
}

const width = 1216
/** Share of the line that shows what comes after the end. */
const afterShare = 0.18
const textRoom = 190

/** The agreement's time as a line: what has passed, the stretch in which notice is too late, and what comes after. */
export function TermLine({ from, to, notice, today, todayLabel, renews }: Props): JSX.Element | null {
  const days = daysBetween(from, to)
  if (days <= 0) return null
  const all = days / (1 - afterShare)
  const x = (day: string): number => Math.max(0, Math.min(width, (daysBetween(from, day) / all) * width))
  const end = x(to)
  const now = x(today)
  const first = Number(from.slice(0, 4)) + 1
  const years = Array.from({ length: Math.max(0, Number(to.slice(0, 4)) + 1 - first) }, (_, i) => first + i)
  const every = Math.ceil(years.length / 12)
  const noticeX = notice === undefined ? undefined : x(notice)
  return (
    <div class="fk-plot fk-time fk-mt">
      <svg
        viewBox={`0 0 ${width} 96`}
        role="img"
        aria-label={t('supplier-record.term.line', { from: dateText(from), to: dateText(to) })}
      >
        {years
          .filter((_, i) => i % every === 0)
          .map((year) => (
            <g key={year}>
              <path d={`M${x(`${year}-01-01`)} 34V74`} class="base" />
              <text x={x(`${year}-01-01`)} y="90" text-anchor="middle">
                {year}
              </text>
            </g>
          ))}
        <rect class="bar" x="0" y="42" width={end} height="22" />
        {renews && (
          <rect
            x={end}
            y="42"
            width={width - end}
            height="22"
            fill="none"
            stroke="#0b5560"
            stroke-width="1.5"
            stroke-dasharray="6 4"
          />
        )}
        <text class="on" x="10" y="58">
          {t('supplier-record.term.valid')}
        </text>
        {renews && (
          <text x={end + 10} y="58">
            {t('supplier-record.term.renews')}
          </text>
        )}
        {noticeX !== undefined && (
          <rect class="amber" x={noticeX} y="42" width={Math.max(0, end - noticeX)} height="22" />
        )}
        <path d={`M${now} 26V70`} stroke="#06303a" stroke-width="2.5" />
        <text class="b" x={now < textRoom ? now + 6 : now - 6} y="20" text-anchor={now < textRoom ? 'start' : 'end'}>
          {todayLabel}
        </text>
        {noticeX !== undefined && notice && (
          <>
            <path d={`M${noticeX} 26V70`} stroke="#725015" stroke-width="2.5" />
            <text class="b" x={noticeX + 6} y="20">
              {t('supplier-record.term.noticeBy', { date: dateText(notice) })}
            </text>
          </>
        )}
      </svg>
    </div>
  )
}
