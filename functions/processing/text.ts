/** Nested texts of one topic and language, as the JSON files hold them. */
export interface Texts {
  readonly [key: string]: string | Texts
}

/** Values for the `{name}` places of a sentence. */
export interface Params {
  readonly [name: string]: string | number
}

/**
 * The text at a key path such as `A11.fields.plannedEndDate.label`, with its `{name}` places filled. Keys that themselves
 * hold dots are found too. Undefined when there is none.
 */
export function textAt(texts: Texts, key: string, params: Params = {}): string | undefined {
  const found = lookUp(texts, key)
  return found?.replaceAll(/\{(\w+)\}/g, (place, name: string) => String(params[name] ?? place))
}

/** As `textAt`, but a missing text shows its key, so that it is seen and not passed over. */
export function sentence(texts: Texts, key: string, params: Params = {}): string {
  return textAt(texts, key, params) ?? key
}

/** Label of a question's field: its own, otherwise a shared one by its last step, otherwise the question's. */
export function fieldLabel(formTexts: Texts, question: string, path: readonly string[]): string {
  const own = textAt(formTexts, `${question}.fields.${path.join('.')}.label`)
  return own ?? textAt(formTexts, `shared.${path.at(-1)}`) ?? sentence(formTexts, `${question}.short`)
}

function lookUp(texts: Texts, key: string): string | undefined {
  const whole = Object.hasOwn(texts, key) ? texts[key] : undefined
  if (typeof whole === 'string') return whole
  for (let dot = key.indexOf('.'); dot > 0; dot = key.indexOf('.', dot + 1)) {
    const inner = Object.hasOwn(texts, key.slice(0, dot)) ? texts[key.slice(0, dot)] : undefined
    if (inner === undefined || typeof inner === 'string') continue
    const found = lookUp(inner, key.slice(dot + 1))
    if (found !== undefined) return found
  }
  return undefined
}
