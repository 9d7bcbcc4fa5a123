import { describe, expect, it } from 'vitest'
import { requiredRows } from '../../../../web/notification/required-rows.ts'
import { sendable } from '../../../../web/notification/sendable.ts'

const required = { '/recipients': ['category'], '/support': ['act'] }

describe('what of a notification may be saved', () => {
  it('is everything when nothing is wrong', () => {
    const data = { name: 'Journal', recipients: [{ category: 'Försäkringskassan' }] }
    expect(sendable<object>(data, {}, [], required)).toEqual(data)
  })

  it('keeps the stored value of what is held back', () => {
    const data = { note: 'gäller 19121212-1212', name: 'Ny' }
    expect(sendable(data, { note: 'gäller alla', name: 'Gammal' }, ['/note'], {})).toEqual({
      note: 'gäller alla',
      name: 'Ny',
    })
  })

  it('leaves out what is held back and was never stored', () => {
    expect(sendable<{ note?: string; name?: string }>({ note: 'x', name: 'Ny' }, {}, ['/note'], {})).toEqual({
      name: 'Ny',
    })
  })

  it('holds back one attribute of one row and saves the rest of it', () => {
    const data = { purposes: [{ text: '19121212-1212', purposeCode: 'OTHER' }] }
    expect(sendable<object>(data, {}, ['/purposes/0/text'], {})).toEqual({ purposes: [{ purposeCode: 'OTHER' }] })
  })

  it('holds back a whole list of texts when one of them is wrong', () => {
    const data = { unlistedSystems: ['Bra', '19121212-1212'] }
    expect(sendable(data, { unlistedSystems: ['Bra'] }, ['/unlistedSystems/1'], {})).toEqual({
      unlistedSystems: ['Bra'],
    })
  })

  it('lets rows wait that lack what they may not lack', () => {
    const data = { recipients: [{ name: 'utan slag' }, { category: 'Kommunen' }] }
    expect(sendable<object>(data, {}, [], required)).toEqual({ recipients: [{ category: 'Kommunen' }] })
  })

  it('knows from the form which rows may not lack what', () => {
    expect(requiredRows).toMatchObject({
      '/recipients': ['category'],
      '/accessGroups': ['group'],
      '/dataCategories': ['code'],
      '/purposes/legalBases': ['basis'],
      '/purposes/legalBases/support': ['act'],
      '/retentionRules/support': ['act'],
    })
  })
})
