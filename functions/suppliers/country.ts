const names = new Intl.DisplayNames(['en'], { type: 'region', fallback: 'none' })

/** Two-letter codes that have a name and are no country: reserved, withdrawn or of larger regions. */
const noCountries = 'AC CP CQ CS DD DG EA EU EZ FX IC QO SU TA UN XA XB YU ZR ZZ'.split(' ')

/** Whether the two letters are a country of ISO 3166. */
export function isCountry(code: string): boolean {
  return /^[A-Z]{2}$/.test(code) && !noCountries.includes(code) && nameOf(code) !== undefined
}

function nameOf(code: string): string | undefined {
  try {
    return names.of(code)
  } catch {
    return undefined
  }
}
