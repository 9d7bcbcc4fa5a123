/** Whether `YYYY-MM-DD` is a day in the calendar. */
export function isCalendarDay(day: string): boolean {
  const match = /^(\d{4})-(\d{2})-(\d{2})$/.exec(day)
  if (!match) return false
  return isDay(Number(match[1]), Number(match[2]), Number(match[3]))
}

/** Whether year, month (1-12) and day make a day in the Gregorian calendar. */
export function isDay(year: number, month: number, day: number): boolean {
  return month >= 1 && month <= 12 && day >= 1 && day <= daysIn(year, month)
}

/** The day so many days later (or earlier, when negative). */
export function addDays(day: string, days: number): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10)
}

/** The day so many months later, at most the last day of that month. */
export function addMonths(day: string, months: number): string {
  const [year = 0, month = 1, date = 1] = day.slice(0, 10).split('-').map(Number)
  const index = year * 12 + month - 1 + months
  const target = { year: Math.floor(index / 12), month: (index % 12) + 1 }
  const pad = (value: number, size: number) => String(value).padStart(size, '0')
  return `${pad(target.year, 4)}-${pad(target.month, 2)}-${pad(Math.min(date, daysIn(target.year, target.month)), 2)}`
}

/** Days from one calendar day to another; negative when the other is earlier. */
export function daysBetween(from: string, to: string): number {
  const at = (day: string) => Date.parse(`${day.slice(0, 10)}T00:00:00Z`)
  return Math.round((at(to) - at(from)) / 86_400_000)
}

function daysIn(year: number, month: number): number {
  if (month === 2) return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0 ? 29 : 28
  return [4, 6, 9, 11].includes(month) ? 30 : 31
}
