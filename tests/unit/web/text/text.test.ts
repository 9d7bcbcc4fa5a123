import { beforeEach, describe, expect, it } from 'vitest'
import { hasText, t, useTextsOf } from '../../../../web/text/text.ts'

describe('texts', () => {
  beforeEach(() =>
    useTextsOf('sv', {
      form: {
        F1: { fields: { 'recipients.category': { label: 'Slags mottagare' }, recipients: { label: 'Mottagare' } } },
      },
      start: { days: { one: '{count} dag', other: '{count} dagar' }, hello: 'Hej {name}' },
    }),
  )

  it('are found by key, also where a key holds dots', () => {
    expect(t('form.F1.fields.recipients.category.label')).toBe('Slags mottagare')
    expect(t('form.F1.fields.recipients.label')).toBe('Mottagare')
  })

  it('take their values', () => {
    expect(t('start.hello', { name: 'Maja' })).toBe('Hej Maja')
    expect(t('start.hello')).toBe('Hej {name}')
  })

  it('choose between one and many, and write numbers as Swedes do', () => {
    expect(t('start.days', { count: 1 })).toBe('1 dag')
    expect(t('start.days', { count: 2218 })).toBe('2\u00a0218 dagar')
  })

  it('answer with the key when there is no text, and say so when asked', () => {
    expect(t('start.none')).toBe('start.none')
    expect(hasText('start.none')).toBe(false)
    expect(hasText('start.days')).toBe(true)
  })
})
