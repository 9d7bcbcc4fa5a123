import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { delimitedLine } from '../../../../functions/export/delimited.ts'
import { cellValue } from '../../../../functions/intake/read/cell.ts'
import { createDelimitedReader, parseDelimited } from '../../../../functions/intake/read/delimited.ts'
import { UnreadableFile } from '../../../../functions/intake/read/unreadable-file.ts'

const cellsOf = (text: string, delimiter = ';') => parseDelimited(text, delimiter).map(({ cells }) => cells)
const cell = fc.string({ unit: fc.constantFrom('a', 'å', '"', ';', '\n', ' ', '=', "'", '-', '1'), maxLength: 6 })
const trimmed = cell.map((text) => text.trim())

describe('delimited text', () => {
  it('reads quotes, doubled quotes, delimiters and line ends within cells', () => {
    expect(cellsOf('a;"b;c";"d\r\ne";"3,5"" disk"\r\n;;;x')).toEqual([
      ['a', 'b;c', 'd\ne', '3,5" disk'],
      ['', '', '', 'x'],
    ])
  })

  it('reads inches that nobody quoted as they stand', () => {
    expect(cellsOf('Skärm 27";Elvedata\nSkärm 24";Elvedata')).toEqual([
      ['Skärm 27"', 'Elvedata'],
      ['Skärm 24"', 'Elvedata'],
    ])
  })

  it('reads lines that end in LF, CRLF and CR in one file', () => {
    expect(cellsOf('a\nb\r\nc\rd')).toEqual([['a'], ['b'], ['c'], ['d']])
  })

  it('gives the same records however the text is cut', () => {
    fc.assert(
      fc.property(
        fc.array(fc.array(cell, { minLength: 1, maxLength: 4 }), { maxLength: 6 }),
        fc.nat(5),
        (rows, size) => {
          const text = rows
            .map((cells) => `${cells.map((one) => `"${one.replaceAll('"', '""')}"`).join(';')}\r\n`)
            .join('')
          const reader = createDelimitedReader(';')
          const records = []
          for (let at = 0; at < text.length; at += size + 1) records.push(...reader.push(text.slice(at, at + size + 1)))
          records.push(...reader.end())
          expect(records.map(({ cells }) => cells)).toEqual(rows)
        },
      ),
    )
  })

  it('gives back what an export wrote, and an export never starts a formula', () => {
    fc.assert(
      fc.property(fc.array(fc.array(trimmed, { minLength: 1, maxLength: 4 }), { maxLength: 6 }), (rows) => {
        const text = rows.map(delimitedLine).join('')
        const read = cellsOf(text)
        for (const written of read.flat()) expect(written).not.toMatch(/^[=+@\t\r|%]|^-(?!\d)/)
        expect(read.map((cells) => cells.map(cellValue))).toEqual(rows)
      }),
    )
  })

  it('takes an unclosed quote for text and reads on, also in a file that never ends', () => {
    const reader = createDelimitedReader(';', { recordCharacters: 1000, columns: 10 })
    const records = [...reader.push(`a;"never closed\nb;c\n`), ...reader.push('d;e\n'.repeat(500)), ...reader.end()]
    expect(records).toHaveLength(502)
    expect(records[0]).toMatchObject({ cells: ['a', 'never closed'], broken: true })
    expect(records[1]?.cells).toEqual(['b', 'c'])
  })

  it('refuses a line that never ends and a million columns without holding them', () => {
    const limits = { recordCharacters: 100_000, columns: 500 }
    const endless = createDelimitedReader(';', limits)
    expect(() => {
      for (let at = 0; at < 10; at++) endless.push('x'.repeat(64_000))
    }).toThrow(UnreadableFile)
    expect(() => createDelimitedReader(';', limits).push(`${';'.repeat(1_000_000)}\n`)).toThrow('too-many-columns')
  })
})

describe('the value of a cell', () => {
  it.each([
    ['\u00A0 text\u200B ', 'text'],
    ["'=1+1", '=1+1'],
    ["''=1+1", "'=1+1"],
    ["'t Hart", "'t Hart"],
    ["'-", '-'],
  ])('of %j is %j', (cell, value) => {
    expect(cellValue(cell)).toBe(value)
  })
})
