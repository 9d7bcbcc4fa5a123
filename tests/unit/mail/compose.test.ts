import { describe, expect, it } from 'vitest'
import { compose } from '../../../functions/mail/compose.ts'
import { type Mail, mailNames } from '../../../functions/mail/mail.ts'

const mail = (more: Partial<Mail>): Mail => ({
  id: 'm_1',
  personId: 'per_1',
  what: 'take',
  kind: 'activity',
  recordId: 'act_1',
  number: 'B-2026-0001',
  orgUnitId: 'org_1',
  at: '2026-11-22T05:00:00.000Z',
  ...more,
})

describe('a mail in words', () => {
  it.each(['sv', 'en'] as const)('in %s differs between occasions by number and link alone', (language) => {
    const letters = mailNames.map((what) => compose(mail({ what }), language, 'https://forteckna.test'))
    const plain = letters.map(({ subject, text, link }) => `${subject}\n${text.replace(link, '')}`)
    expect(new Set(plain).size).toBe(1)
    expect(plain[0]).toContain('B-2026-0001')
    expect(plain[0]).not.toMatch(/per_1|org_1|[{}]/)
  })

  it('leads to the page where there is something to do', () => {
    const path = (more: Partial<Mail>) => compose(mail(more), 'sv', 'https://forteckna.test').link.slice(22)
    expect(path({ what: 'take' })).toBe('/granska/act_1')
    expect(path({ what: 'returned' })).toBe('/anmalningar/act_1')
    expect(path({ what: 'registered' })).toBe('/behandlingar/act_1')
    expect(path({ kind: 'agreement', recordId: 'agr_1', what: 'giveNotice' })).toBe('/avtal/agr_1')
    expect(path({ kind: 'supplier', recordId: 'sup_1', what: 'certificate' })).toBe('/leverantorer/sup_1')
    expect(path({ kind: 'feed', recordId: 'skanning', what: 'feedSilent' })).toBe('/inlasning')
  })

  it('says as little of a record without a number', () => {
    const { number: _none, ...without } = mail({})
    expect(compose(without, 'en', 'https://forteckna.test').subject).toBe('Förteckna: something is waiting for you')
  })
})
