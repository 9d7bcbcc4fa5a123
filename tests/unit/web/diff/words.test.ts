import { describe, expect, it } from 'vitest'
import fc from 'fast-check'
import { diffWords, likeness, type Run } from '../../../../web/diff/words.ts'

const side = (runs: readonly Run[], kind: 'del' | 'ins'): string =>
  runs
    .filter((run) => run.kind === 'same' || run.kind === kind)
    .map((run) => run.text)
    .join('')

describe('comparing two texts word by word', () => {
  it('marks what was added inside a sentence', () => {
    expect(diffWords('Dokumentera sår.', 'Dokumentera sår så att läkningen kan följas.')).toEqual([
      { kind: 'same', text: 'Dokumentera sår' },
      { kind: 'ins', text: ' så att läkningen kan följas' },
      { kind: 'same', text: '.' },
    ])
  })

  it('marks a replaced run of words as one', () => {
    expect(diffWords('Gemensam mapp på P', 'Lokal disk på C')).toEqual([
      { kind: 'del', text: 'Gemensam mapp' },
      { kind: 'ins', text: 'Lokal disk' },
      { kind: 'same', text: ' på ' },
      { kind: 'del', text: 'P' },
      { kind: 'ins', text: 'C' },
    ])
  })

  it('has both texts whole in it, whatever they are', () => {
    const text = fc
      .array(fc.constantFrom('vård', 'journal', ' ', ', ', '.', '\n', 'å', 'ö1'))
      .map((parts) => parts.join(''))
    fc.assert(
      fc.property(text, text, (from, to) => {
        const runs = diffWords(from, to)
        expect(side(runs, 'del')).toBe(from)
        expect(side(runs, 'ins')).toBe(to)
      }),
    )
  })

  it('gives up on very long texts and shows both whole', () => {
    const long = 'ord '.repeat(1000)
    expect(diffWords(long, `${long}till`).map((run) => run.kind)).toEqual(['del', 'ins'])
  })

  it('says how much two texts have in common', () => {
    expect(likeness(diffWords('abc', 'abc'))).toBe(1)
    expect(likeness(diffWords('abc', 'xyz'))).toBe(0)
    expect(likeness(diffWords('', ''))).toBe(1)
  })
})
