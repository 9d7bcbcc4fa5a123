import { listText } from '../text/format.ts'
import { t } from '../text/text.ts'

/** "P10Y" as "10 år", "P1Y6M" as "1 år och 6 månader"; anything else as it is. */
export function durationText(duration: string): string {
  const parts = [...duration.matchAll(/(\d+)([YMWD])/g)].map(([, count, unit]) =>
    t(`answers.duration.${unit}`, { count: Number(count) }),
  )
  return parts.length ? listText(parts) : duration
}
