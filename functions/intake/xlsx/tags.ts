import { UnreadableFile } from '../read/unreadable-file.ts'

/** A tag, or the text before the next one. Names are without their prefix. */
export type Mark =
  | { type: 'open'; name: string; attributes: string; closed: boolean }
  | { type: 'close'; name: string }
  | { type: 'text'; text: string }

const tagMostCharacters = 64 * 1024
const textMostCharacters = 1024 * 1024

/** Takes XML in pieces and hands over its marks one by one. Document types are refused, so no entity is ever expanded but XML's five. */
export interface TagReader {
  push(text: string): void
  /** @throws UnreadableFile `broken-workbook` when the document ends within a tag */
  end(): void
}

/** @throws UnreadableFile `workbook-bomb` at a document type or an endless tag, `cell-too-long` at an endless text */
export function createTagReader(on: (mark: Mark) => void): TagReader {
  let rest = ''
  return {
    push(text) {
      const buffer = rest + text
      let at = 0
      for (;;) {
        const open = buffer.indexOf('<', at)
        if (open < 0) {
          if (buffer.length - at > textMostCharacters)
            throw new UnreadableFile('cell-too-long', { maximum: textMostCharacters })
          break
        }
        const end = markEnd(buffer, open)
        if (end < 0) {
          if (buffer.length - open > tagMostCharacters) throw new UnreadableFile('workbook-bomb')
          break
        }
        if (open > at) on({ type: 'text', text: buffer.slice(at, open) })
        tell(buffer, open, end, on)
        at = end + 1
      }
      rest = at === 0 ? buffer : buffer.slice(at)
    },
    end() {
      if (rest.includes('<')) throw new UnreadableFile('broken-workbook')
    },
  }
}

/** The value of an attribute, as it stands in the tag; the name is compared with its prefix. */
export function attribute(attributes: string, name: string): string | undefined {
  for (let at = attributes.indexOf(name); at >= 0; at = attributes.indexOf(name, at + 1)) {
    const before = attributes.charCodeAt(at - 1)
    if (at > 0 && before > 32) continue
    const after = attributes.slice(at + name.length).match(/^\s*=\s*(?:"([^"]*)"|'([^']*)')/)
    if (after) return unescapeXml(after[1] ?? after[2] ?? '')
  }
  return undefined
}

const named: { readonly [name: string]: string } = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" }

/** XML's own five entities, characters by number, and Excel's `_x000D_`. */
export function unescapeXml(text: string): string {
  const plain = text.includes('&') ? text.replaceAll(/&(#x?[\da-fA-F]+|\w+);/g, character) : text
  return plain.includes('_x')
    ? plain.replaceAll(/_x([\dA-Fa-f]{4})_/g, (_, code: string) => fromCode(parseInt(code, 16)))
    : plain
}

function character(whole: string, name: string): string {
  if (!name.startsWith('#')) return named[name] ?? whole
  return fromCode(name[1] === 'x' ? parseInt(name.slice(2), 16) : parseInt(name.slice(1), 10))
}

function fromCode(code: number): string {
  return code > 0 && code <= 0x10ffff && !(code >= 0xd800 && code <= 0xdfff) ? String.fromCodePoint(code) : '\uFFFD'
}

function markEnd(buffer: string, open: number): number {
  if (buffer.startsWith('<!--', open)) {
    const end = buffer.indexOf('-->', open + 4)
    return end < 0 ? -1 : end + 2
  }
  if (buffer.startsWith('<![CDATA[', open)) {
    const end = buffer.indexOf(']]>', open + 9)
    return end < 0 ? -1 : end + 2
  }
  if (/^<!D/i.test(buffer.slice(open, open + 3))) throw new UnreadableFile('workbook-bomb')
  return buffer.indexOf('>', open)
}

function tell(buffer: string, open: number, end: number, on: (mark: Mark) => void): void {
  const first = buffer[open + 1]
  if (first === '?') return
  if (first === '!') {
    if (buffer.startsWith('<![CDATA[', open))
      on({ type: 'text', text: buffer.slice(open + 9, end - 2).replaceAll('&', '&amp;') })
    return
  }
  if (first === '/') return on({ type: 'close', name: localName(buffer.slice(open + 2, end).trimEnd()) })
  const closed = buffer[end - 1] === '/'
  const inner = buffer.slice(open + 1, closed ? end - 1 : end)
  const space = inner.search(/\s/)
  const name = localName(space < 0 ? inner : inner.slice(0, space))
  on({ type: 'open', name, attributes: space < 0 ? '' : inner.slice(space), closed })
}

function localName(name: string): string {
  const colon = name.indexOf(':')
  return colon < 0 ? name : name.slice(colon + 1)
}
