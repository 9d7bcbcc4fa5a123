const unusedSchemes = /\[data-color-scheme=["']?(?:dark|auto)["']?\]\{[^{}]*\}/g
const unusedVoices =
  /\[data-(?:typography=["']?secondary|color=["']?brand2)["']?\](?:,\[data-color-scheme\]\[data-color=["']?brand2["']?\])?\{[^{}]*\}/g
/** Where the theme gives what our own `:root`, outside all layers, may give otherwise. */
const themeRoot = /(@layer ds\.theme\.[\w.-]+\{:root(?:,\[data-color-scheme=["']?light["']?\])?\{)([^{}]*)/g
const emptyBlock = /@(?:layer|media|supports)[^{};]*\{\s*\}/g

/**
 * The style sheet without what the product never shows: other colour schemes of the design system, its classes that no
 * script names, values of its theme that our own replace, and custom properties that no rule of it or of `others` (the
 * sheets shown beside it) reads.
 */
export function pruneCss(css: string, scripts: string, others = ''): string {
  const named = new Set(scripts.match(/\bds-[\w-]+/g))
  let rest = css.replace(unusedSchemes, '').replace(unusedVoices, '')
  rest = rest.replace(/([^{}]+)(\{[^{}]*\})/g, (rule, selectors: string, body: string) => {
    if (selectors.trimStart().startsWith('@')) return rule
    const kept = selectors.split(/,(?![^(]*\))/).filter((selector) => isNamed(selector, named))
    return kept.length > 0 ? kept.join(',') + body : ''
  })
  rest = withoutReplaced(rest)
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

function withoutReplaced(css: string): string {
  const roots = [...css.matchAll(/(?<=\})(?::root\{)([^{}]*)/g)].map((match) => match[1]!)
  const own = new Set(roots.join(';').match(/--[\w-]+(?=:)/g))
  return css.replace(themeRoot, (_, head: string, values: string) => {
    const kept = values.split(';').filter((value) => !own.has(value.slice(0, value.indexOf(':'))))
    return head + kept.join(';')
  })
}
