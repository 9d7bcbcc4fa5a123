import { describe, expect, it } from 'vitest'
import { elementId, stepsOf, valueAt, withoutPositions, withValue } from '../../../../web/notification/pointer.ts'

describe('pointers into answers', () => {
  it('read a value, however deep', () => {
    expect(valueAt({ purposes: [{ text: 'a' }] }, '/purposes/0/text')).toBe('a')
    expect(valueAt({}, '/purposes/0/text')).toBeUndefined()
  })

  it('unescape their steps', () => {
    expect(stepsOf('/a~1b/c~0d')).toEqual(['a/b', 'c~d'])
  })

  it('make lists and objects on the way', () => {
    expect(withValue({}, '/purposes/0/text', 'a')).toEqual({ purposes: [{ text: 'a' }] })
  })

  it('change a copy and leave the original alone', () => {
    const before = { purposes: [{ text: 'a' }, { text: 'b' }] }
    const after = withValue(before, '/purposes/1/text', 'c')
    expect(after).toEqual({ purposes: [{ text: 'a' }, { text: 'c' }] })
    expect(before.purposes[1]!.text).toBe('b')
    expect(after.purposes[0]).toBe(before.purposes[0])
  })

  it('take an attribute away with undefined', () => {
    expect(withValue({ name: 'a', volume: 'v1' }, '/name', undefined)).toEqual({ volume: 'v1' })
  })

  it('lose their positions', () => {
    expect(withoutPositions('/purposes/0/legalBases/12/support')).toBe('/purposes/legalBases/support')
  })

  it('name the element that answers for them', () => {
    expect(elementId('/purposes/0/text')).toBe('f-purposes-0-text')
  })
})
