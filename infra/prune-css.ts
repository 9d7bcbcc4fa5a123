const unusedSchemes = /\[data-color-scheme=["']?(?:dark|auto)["']?\]\{[^{}]*\}/g
const unusedVoices =
  /\[data-(?:typography=["']?secondary|color=["']?brand2)["']?\](?:,\[data-color-scheme\]\[data-color=["']?brand2["']?\])?\{[^{}]*\}/g
const emptyBlock = /@(?:layer|media|supports)[^{};]*\{\s*\}/g

/**
 * The style sheet without what the product never shows: other colour schemes of the design system, and custom properties
 * that no rule reads.
 */
export function pruneCss(css: string): string {
  let rest = css.replace(unusedSchemes, '').replace(unusedVoices, '')
  for (let before = ''; before !== rest;) {
    before = rest
    const read = new Set([...rest.matchAll(/var\(\s*(--[\w-]+)/g)].map((match) => match[1]!))
    rest = rest.replace(/(--[\w-]+):[^;{}]*(?:;|(?=\}))/g, (declaration, name: string) =>
      read.has(name) ? declaration : '',
    )
    rest = rest.replace(/[^{};,>~+\s@][^{};@]*\{\}/g, '').replace(emptyBlock, '')
  }
  return rest
}
