import { expect, it } from 'vitest'
import type { FindingItem } from '../../../../web/components/findings.tsx'
import { graveOf, remarksOf } from '../../../../web/review/grave.ts'

const finding = (rule: string, severity: FindingItem['severity']): FindingItem => ({
  rule,
  severity,
  pointer: '',
  source: '',
})
const remark = (ruleIds?: string[], closedAt?: string) => ({ id: '1', text: '', at: '', by: '', ruleIds, closedAt })

it('asks for a remark for each critical and high rule once', () => {
  const all = [finding('PA-07', 'K'), finding('PA-07', 'K'), finding('PA-17', 'H'), finding('PA-12', 'M')]
  expect(graveOf(all, []).map(({ rule }) => rule)).toEqual(['PA-07', 'PA-17'])
})

it('leaves out what an open remark speaks of, but not what a closed one did', () => {
  const all = [finding('PA-07', 'K'), finding('PA-17', 'H')]
  expect(graveOf(all, [remark(['PA-07'])]).map(({ rule }) => rule)).toEqual(['PA-17'])
  expect(graveOf(all, [remark(['PA-07'], '2026-11-01')])).toHaveLength(2)
  expect(graveOf(all, [remark()])).toEqual([])
})

it('writes one remark for all, or one for each that has a text', () => {
  const grave = [finding('PA-07', 'K'), finding('PA-17', 'H')]
  expect(remarksOf(grave, { all: ' Åtgärda ' }, 'one', '2026-12-01')).toEqual([
    { text: 'Åtgärda', ruleIds: ['PA-07', 'PA-17'], dueDate: '2026-12-01' },
  ])
  expect(remarksOf(grave, { 'PA-07': 'Ange undantag', all: 'x' }, 'each', '')).toEqual([
    { text: 'Ange undantag', ruleIds: ['PA-07'] },
  ])
  expect(remarksOf([], { all: 'x' }, 'one', '')).toEqual([])
})
