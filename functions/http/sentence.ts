/** A text with its `{name}` places filled in; a place without a value is left as it stands. */
export function fill(text: string, params: { readonly [name: string]: string | number } = {}): string {
  return text.replace(/\{(\w+)\}/g, (place, name: string) => String(params[name] ?? place))
}
