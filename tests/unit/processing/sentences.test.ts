import { describe, expect, it } from 'vitest'
import { findingSentences, missingSentence } from '../../../functions/processing/sentences.ts'

const transfer = (place: string) => ({
  rule: 'TR-01',
  severity: 'K' as const,
  pointer: '/transfers/0',
  source: 'DSF 44',
  params: { place },
})

describe('the sentences of findings', () => {
  it('call a country by its name in the language of the reader', () => {
    expect(findingSentences(transfer('US'), 'sv').detail).toBe('Överföringen till USA har inget stöd.')
    expect(findingSentences(transfer('US'), 'en').detail).toContain('United States')
  })

  it('end in one full stop, also after a name that has one', () => {
    expect(findingSentences(transfer('Demo Inc.'), 'sv').detail).toBe('Överföringen till Demo Inc. har inget stöd.')
    const { detail } = findingSentences({ ...transfer('Demo Inc.'), rule: 'TR-02' }, 'sv')
    expect(detail).toMatch(/Demo Inc\.$/)
  })

  it('say which finding a remark is asked for', () => {
    const missing = { ...transfer('US'), text: 'remarkMissing' }
    expect(missingSentence(missing, 'sv')).toBe(
      'Skriv ett påpekande innan du registrerar. Överföringen till USA har inget stöd.',
    )
  })
})
