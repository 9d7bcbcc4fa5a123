import { existsSync, readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { describe, expect, it } from 'vitest'
import type { ActivityData } from '../../../../functions/processing/data.ts'
import answers from './answers.json' with { type: 'json' }
import rowsAnswers from './rows-answers.json' with { type: 'json' }
import { type Answer, type Score, scoreBases, scoreCodes, scoreRetention } from './score.ts'
import { plan } from './support.ts'

type Row = [id: string, data: ActivityData, answer: Answer]

const shared = resolve(import.meta.dirname, '../../../../../shared/data/registers')
const published = resolve(shared, 'published-activities.jsonl')
const hofors = resolve(shared, 'hofors.sv.csv')

describe('rows of our own in seven languages', () => {
  reachesTheMark(rowsOf(readFileSync(resolve(import.meta.dirname, 'rows.jsonl')), rowsAnswers))
})

describe.skipIf(!existsSync(published))('published activities', () => {
  if (existsSync(published)) reachesTheMark(rowsOf(readFileSync(published), answers))

  it('finds the same bases when the publisher of the collection has derived none', () => {
    const lines = readFileSync(published, 'utf8').trim().split('\n')
    const bare = lines.map((line) => JSON.stringify({ ...JSON.parse(line), art6_derived: undefined }))
    expect(scoreBases(rowsOf(Buffer.from(bare.join('\n')), answers)).wrong).toEqual([])
  })
})

describe.skipIf(!existsSync(hofors))('the municipality under its own headings', () => {
  const ids = ['SE-HOF-01', 'SE-HOF-02', 'SE-HOF-03', 'SE-HOF-04', 'SE-HOF-05', 'SE-HOF-06'] as const
  const rows = existsSync(hofors)
    ? plan(readFileSync(hofors)).map(({ data }, at): Row => {
        const id = ids[at] ?? 'SE-HOF-01'
        return [id, data, { ...answers[id], subjects: [] }]
      })
    : []

  it('keeps all six rows', () => expect(rows).toHaveLength(6))
  reachesTheMark(rows)
})

function reachesTheMark(rows: Row[]): void {
  it('states every legal basis right', () => {
    const score = scoreBases(rows)
    expect(score.wrong).toEqual([])
    expect(score.asked).toBe(rows.length)
  })

  it('states at least 80 % of the data subjects right', () =>
    expect(share(scoreCodes(rows, 'subjects'))).toBeGreaterThanOrEqual(0.8))

  it('states at least 80 % of the data categories right', () =>
    expect(share(scoreCodes(rows, 'categories'))).toBeGreaterThanOrEqual(0.8))

  it('states at least 70 % of the retention texts right', () =>
    expect(share(scoreRetention(rows))).toBeGreaterThanOrEqual(0.7))
}

function rowsOf(bytes: Uint8Array, table: { [id: string]: Answer }): Row[] {
  return plan(bytes).map(({ reference, data }) => {
    const answer = table[reference]
    if (!answer) throw new Error(`no answer for ${reference}`)
    return [reference, data, answer]
  })
}

function share({ right, asked, wrong }: Score): number {
  if (wrong.length > 0) console.log(`${right} of ${asked}: ${wrong.join(' | ')}`)
  return asked === 0 ? 1 : right / asked
}
