const unusedSchemes = /\[data-color-scheme=["']?(?:dark|auto)["']?\]\{[^{}]*\}/g
const unusedVoices =
  /\[data-(?:typography=["']?secondary|color=["']?brand2)["']?\](?:,\[data-color-scheme\]\[data-color=["']?brand2["']?\])?\{[^{}]*\}/g
const emptyBlock = /@(?:layer|media|supports)[^{};]*\{\s*\}/g

/**
 * The style sheet without what the product never shows: other colour schemes of the design system, its classes that no
 * script names, and custom properties that no rule of it or of `others` (the sheets shown beside it) reads.
 */
export function pruneCss(css: string, scripts: string, others = ''): string {
  const named = new Set(scripts.match(/\bds-[\w-]+/g))
  let rest = css.replace(unusedSchemes, '').replace(unusedVoices, '')
  rest = rest.replace(/([^{}]+)(\{[^{}]*\})/g, (rule, selectors: string, body: string) => {
    if (selectors.trimStart().startsWith('@')) return rule
    const kept = selectors.split(/,(?![^(]*\))/).filter((selector) => isNamed(selector, named))
    return kept.length > 0 ? kept.join(',') + body : ''
  })
  for (let before = ''; before !== rest;) {
    before = rest
    const read = new Set([...(rest + others).matchAll(/var\(\s*(--[\w-]+)/g)].map((match) => match[1]!))
    rest = rest.replace(/(--[\w-]+):[^;{}]*(?:;|(?=\}))/g, (declaration, name: string) =>
      read.has(name) ? declaration : '',
    )
    rest = rest.replace(emptyBlock, '').replace(/(^|[{};])[^{};@]+\{\}/g, '$1')
  }
  return rest
}

/** Whether all of the design system's classes in a selector are used; one with alternatives inside is left alone. */
function isNamed(selector: string, named: ReadonlySet<string>): boolean {
  if (/:(is|where|not|has)\(/.test(selector)) return true
  return (selector.match(/\.ds-[\w-]+/g) ?? []).every((name) => named.has(name.slice(1)))
}
