let names: Intl.DisplayNames | undefined

/** Two-letter codes that have a name and are no country: reserved, withdrawn or of larger regions. */
const noCountries = 'AC AN BU CP CQ CS DD DG DY EA EU EZ FX HV IC NH QO RH SU TA TP UK UN VD XA XB YD YU ZR ZZ'.split(
  ' ',
)

/** Whether the two letters are a country of ISO 3166. */
export function isCountry(code: string): boolean {
  return /^[A-Z]{2}$/.test(code) && !noCountries.includes(code) && nameOf(code) !== undefined
}

/** The names are read when first asked for, which takes 20 ms. */
function nameOf(code: string): string | undefined {
  names ??= new Intl.DisplayNames(['en'], { type: 'region', fallback: 'none' })
  try {
    return names.of(code)
  } catch {
    return undefined
  }
}
