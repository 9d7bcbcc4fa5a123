import { describe, expect, test } from 'vitest'
import { acceptedRevisions, matchedRevision } from '../../../functions/http/etag.ts'

const ifMatch = (value: string) => new Headers({ 'If-Match': value })

describe('the revisions that If-Match accepts', () => {
  test.each([
    ['"3"', [3]],
    ['"3", "4"', [3, 4]],
    ['W/"3"', []],
    ['W/"3", "4"', [4]],
    ['"abc"', []],
    ['"03"', []],
    ['"-1"', []],
    ['"99999999999999"', []],
  ])('of %s are %j', (header, revisions) => {
    expect(acceptedRevisions(ifMatch(header))).toEqual(revisions)
  })

  test.each(['3', '"3', '"3" "4"', ',', '"a"b"'])('are not read from %s', (header) => {
    expect(() => acceptedRevisions(ifMatch(header))).toThrow(
      expect.objectContaining({ code: 'malformed', extra: { reason: 'if-match' } }),
    )
  })

  test('must be said, and not as an asterisk', () => {
    expect(() => acceptedRevisions(new Headers())).toThrow(expect.objectContaining({ code: 'precondition-required' }))
    expect(() => acceptedRevisions(ifMatch('*'))).toThrow(expect.objectContaining({ code: 'precondition-required' }))
  })
})

describe('the revision to change', () => {
  test('is the one named, without asking for the current one', async () => {
    const never = () => Promise.reject(new Error('asked'))
    expect(await matchedRevision(ifMatch('"7"'), never)).toBe(7)
  })

  test('is the current one when it is on the list', async () => {
    expect(await matchedRevision(ifMatch('"6", "7"'), async () => 7)).toBe(7)
  })

  test('is none when the list lacks the current one', async () => {
    await expect(matchedRevision(ifMatch('"5", "6"'), async () => 7)).rejects.toMatchObject({
      code: 'revision-conflict',
      extra: { currentRevision: 7 },
    })
    await expect(matchedRevision(ifMatch('W/"7"'), async () => 7)).rejects.toMatchObject({ code: 'revision-conflict' })
  })
})
