/** A day as people write it (20270201, 2027-2-1, 1/2 2027) as `YYYY-MM-DD`; anything else comes back as it was. */
export function dateFrom(text: string): string {
  const trimmed = text.trim()
  const parts =
    /^(\d{4})[-/. ]?(\d{2})[-/. ]?(\d{2})$/.exec(trimmed) ??
    /^(\d{4})[-/. ](\d{1,2})[-/. ](\d{1,2})$/.exec(trimmed) ??
    turned(/^(\d{1,2})[/. ](\d{1,2})[-/. ]+(\d{4})$/.exec(trimmed))
  if (!parts) return trimmed
  const date = `${parts[1]}-${parts[2]!.padStart(2, '0')}-${parts[3]!.padStart(2, '0')}`
  return isDate(date) ? date : trimmed
}

/** Whether a text is a day that exists, written `YYYY-MM-DD`. */
export function isDate(text: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false
  const date = new Date(`${text}T12:00:00Z`)
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(text)
}

function turned(parts: RegExpExecArray | null): string[] | null {
  return parts && [parts[0], parts[3]!, parts[2]!, parts[1]!]
}
