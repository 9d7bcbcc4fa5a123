import { describe, expect, it } from 'vitest'
import type { EquipmentData } from '../../../functions/assets/data.ts'
import { disputedFields, edited, received, taken } from '../../../functions/assets/origins.ts'

const feed = { origin: 'feed:sccm', at: '2026-11-20T02:00:00Z' }
const later = { origin: 'feed:sccm', at: '2026-11-21T02:00:00Z' }
const file = { origin: 'import:lista', at: '2026-11-21T10:00:00Z' }
const bare: EquipmentData = { name: 'Dator' }

describe('what a source says', () => {
  it('fills a new record and says where each value came from', () => {
    expect(received<EquipmentData>(undefined, { name: 'PC-1', model: 'T14' }, feed)).toEqual({
      name: 'PC-1',
      model: 'T14',
      origins: { name: 'feed:sccm', model: 'feed:sccm' },
    })
  })

  it('takes the place of what the source said before', () => {
    const first = received(bare, { model: 'T14' }, feed)
    expect(received(first, { model: 'T15' }, later)).toEqual({
      name: 'Dator',
      model: 'T15',
      origins: { model: 'feed:sccm' },
    })
  })

  it('stands beside what somebody wrote by hand', () => {
    const data = received(bare, { name: 'PC-00017' }, feed)
    expect(data.name).toBe('Dator')
    expect(data.sourceSays).toEqual({ name: { source: 'sccm', value: 'PC-00017', at: feed.at } })
    expect(disputedFields(data)).toEqual(['name'])
  })

  it('keeps the day on which it first said so, load after load', () => {
    const data = received(bare, { name: 'PC-00017' }, feed)
    expect(received(data, { name: 'PC-00017' }, later)).toEqual(data)
    expect(received(data, { name: 'PC-18' }, later).sourceSays?.['name']?.at).toBe(later.at)
  })

  it('is forgotten when it agrees with what is written', () => {
    const data = received(bare, { name: 'PC-00017' }, feed)
    expect(received(data, { name: 'Dator' }, later)).toEqual(bare)
  })

  it('leaves alone what it does not name, and empties what it says is empty', () => {
    const first = received(bare, { model: 'T14', manufacturer: 'Exempel' }, feed)
    const second = received(first, { model: null }, later)
    expect(second).not.toHaveProperty('model')
    expect(second.manufacturer).toBe('Exempel')
    expect(second.origins?.['model']).toBe('feed:sccm')
  })

  it('changes nothing when it says the same again', () => {
    const first = received(bare, { model: 'T14', network: [{ hostname: 'pc1' }] }, feed)
    expect(received(first, { model: 'T14', network: [{ hostname: 'pc1' }] }, later)).toEqual(first)
  })

  it('replaces what is written when it is a file somebody has looked through, unless they say keep', () => {
    expect(received(bare, { name: 'Ny' }, file)).toMatchObject({ name: 'Ny', origins: { name: 'import:lista' } })
    expect(received(bare, { name: 'Ny' }, { ...file, manual: 'keep' }).name).toBe('Dator')
    expect(received(bare, { name: 'Ny' }, { ...feed, manual: 'replace' }).name).toBe('Ny')
  })

  it('never touches what the product itself writes', () => {
    const data = received(bare, { externalIds: [], origins: {}, stateBefore: 'x', keeper: 'medTech' }, feed)
    expect(data).toEqual(bare)
  })

  it('is kept apart when the field is secret, or marked so on this record', () => {
    const marked = { ...bare, network: [{ hostname: 'a' }], secrecyMarks: [{ fieldPath: '/name', provision: '18:8' }] }
    const data = received(marked, { network: [{ hostname: 'b' }], name: 'Hemlig', model: 'T1' }, feed)
    expect(Object.keys(data.secretSourceSays ?? {}).sort()).toEqual(['name', 'network'])
    expect(data).not.toHaveProperty('sourceSays')
    expect(data.secrecyMarks).toEqual(marked.secrecyMarks)
  })
})

describe('a save by hand', () => {
  const fed = received(bare, { model: 'T14', manufacturer: 'Exempel' }, feed)

  it('makes the fields it changes manual, and remembers what the feed said', () => {
    expect(edited(fed, { ...fed, model: 'Egen' })).toEqual({
      ...fed,
      model: 'Egen',
      origins: { manufacturer: 'feed:sccm', model: 'manual' },
      sourceSays: { model: { source: 'sccm', value: 'T14' } },
    })
  })

  it('also when it empties a field: the feed does not fill it again', () => {
    const { model: _model, ...without } = fed
    const saved = edited(fed, without as EquipmentData)
    expect(received(saved, { model: 'T14' }, later)).not.toHaveProperty('model')
  })

  it('goes back to the feed when it writes what the feed says', () => {
    const changed = edited(fed, { ...fed, model: 'Egen' })
    expect(edited(changed, { ...changed, model: 'T14' })).toEqual(fed)
  })

  it('says nothing of fields that no source has filled', () => {
    expect(edited(bare, { ...bare, notes: 'Ny' })).toEqual({ name: 'Dator', notes: 'Ny' })
  })

  it('remembers no word of a file, which speaks only once', () => {
    const imported = received(bare, { model: 'T14' }, file)
    expect(edited(imported, { ...imported, model: 'Egen' })).toEqual({
      name: 'Dator',
      model: 'Egen',
      origins: { model: 'manual' },
    })
  })
})

describe('taking the source’s word', () => {
  it('puts it in place of one’s own, for the chosen fields only', () => {
    const data = received({ ...bare, model: 'Min' }, { name: 'PC-1', model: 'T14' }, feed)
    expect(taken(data, ['model', 'notes'])).toEqual({
      name: 'Dator',
      model: 'T14',
      origins: { model: 'feed:sccm' },
      sourceSays: { name: { source: 'sccm', value: 'PC-1', at: feed.at } },
    })
  })

  it('empties the field when the source says it is empty', () => {
    const data = received({ ...bare, model: 'Min' }, { model: null }, feed)
    expect(taken(data, ['model'])).toEqual({ name: 'Dator', origins: { model: 'feed:sccm' } })
  })
})
