/** Length of an ISO 8601 duration of years, months, weeks and days in months (30.44 days each); undefined when it is none. */
export function durationInMonths(duration: string): number | undefined {
  const match = /^P(?=\d)(?:(\d+)Y)?(?:(\d+)M)?(?:(\d+)W)?(?:(\d+)D)?$/.exec(duration)
  if (!match) return undefined
  const [years, months, weeks, days] = match.slice(1).map((part) => Number(part ?? 0)) as [
    number,
    number,
    number,
    number,
  ]
  return years * 12 + months + (weeks * 7 + days) / 30.44
}
