/** Calendar days counted from the register's first start. */
export interface DemoDays {
  ago(days: number): string
  ahead(days: number): string
}

/** Days around a day, `YYYY-MM-DD`. */
export function daysAround(today: string): DemoDays {
  const shifted = (days: number): string =>
    new Date(Date.parse(`${today}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10)
  return { ago: (days) => shifted(-days), ahead: (days) => shifted(days) }
}
