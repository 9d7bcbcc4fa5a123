const unusedSchemes = /\[data-color-scheme=["']?(?:dark|auto)["']?\]\{[^{}]*\}/g
const unusedVoices =
  /\[data-(?:typography=["']?secondary|color=["']?brand2)["']?\](?:,\[data-color-scheme\]\[data-color=["']?brand2["']?\])?\{[^{}]*\}/g
/** Where the theme gives what our own `:root`, outside all layers, may give otherwise. */
const themeRoot = /(@layer ds\.theme\.[\w.-]+\{:root(?:,\[data-color-scheme=["']?light["']?\])?\{)([^{}]*)/g
const emptyBlock = /@(?:layer|media|supports)[^{};]*\{\s*\}/g

/**
 * A text input's hover look, which the library withholds while its label is pointed at. `:has()` of any element makes the browser ask
 * all ancestors, and style all that they hold anew, at each change in the page: half the time of styling a list of 50 rows.
 */
const hoverOfInput = /:has\(label\):not\(:has\(label:hover\)\) (?=\.ds-input)/g
/** What a rule asks an element to be that only markup of ours can make it. */
const namesIn = /\.ds-[\w-]+|\[data-[\w-]+|(?<![\w-])tfoot(?![\w-])/g

/**
 * The style sheet without what the product never shows: other colour schemes of the design system, rules that ask for a class of its,
 * a `data-` attribute or an element that no script or page (`markup`) names, values of its theme that our own replace, and custom
 * properties that no rule of it or of `others` (the sheets shown beside it) reads.
 */
export function pruneCss(css: string, markup: string, others = ''): string {
  const named = new Set(markup.match(/\b(?:ds|data)-[\w-]+|(?<=["'`<])tfoot\b/g))
  let rest = css.replace(unusedSchemes, '').replace(unusedVoices, '').replace(hoverOfInput, '')
  rest = rest.replace(/([^{}]+)(\{[^{}]*\})/g, (rule, selectors: string, body: string) => {
    if (selectors.trimStart().startsWith('@')) return rule
    const kept = alternatives(selectors).filter((selector) => isNamed(selector, named))
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

/** Whether something can fit a selector: all that it asks for is named somewhere, and so is one of the alternatives inside it. */
function isNamed(selector: string, named: ReadonlySet<string>): boolean {
  const inner = /:(is|where|not|has)\(/.exec(selector)
  if (!inner) return (selector.match(namesIn) ?? []).every((name) => named.has(name.replace(/^\W+/, '')))
  const from = inner.index + inner[0].length
  const to = from + alternatives(selector.slice(from), ')')[0]!.length
  const fits = inner[1] === 'not' || alternatives(selector.slice(from, to)).some((each) => isNamed(each, named))
  return fits && isNamed(selector.slice(0, inner.index) + selector.slice(to + 1), named)
}

/** The parts of a list of selectors, or of what ends with another sign, outside all parentheses. */
function alternatives(selectors: string, end = ','): string[] {
  const parts = ['']
  let depth = 0
  for (const sign of selectors) {
    if (sign === end && depth === 0) {
      parts.push('')
      continue
    }
    if (sign === '(') depth++
    if (sign === ')') depth--
    parts[parts.length - 1] += sign
  }
  return parts
}

function withoutReplaced(css: string): string {
  const roots = [...css.matchAll(/(?<=\})(?::root\{)([^{}]*)/g)].map((match) => match[1]!)
  const own = new Set(roots.join(';').match(/--[\w-]+(?=:)/g))
  return css.replace(themeRoot, (_, head: string, values: string) => {
    const kept = values.split(';').filter((value) => !own.has(value.slice(0, value.indexOf(':'))))
    return head + kept.join(';')
  })
}
