import { describe, expect, it } from 'vitest'
import { presign } from '../../../functions/files/presign.ts'

const credentials = {
  accessKeyId: ['AKIA', 'IOSFODNN7EXAMPLE'].join(''),
  secretAccessKey: 'wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY',
}
const signing = {
  method: 'GET' as const,
  url: 'https://examplebucket.s3.amazonaws.com/test.txt',
  region: 'us-east-1',
  credentials,
  seconds: 86_400,
  now: '2013-05-24T00:00:00Z',
}

describe('pre-signed addresses', () => {
  it('are those of the example in the documentation of Amazon S3', () => {
    expect(new URL(presign(signing)).searchParams.get('X-Amz-Signature')).toBe(
      'aeeed9bbccd4d02ee5c0109b86d86835f995330da4c265957d157751f604d404',
    )
  })

  it('bind the method, the path and the headers named', () => {
    const signature = (changed: Partial<Parameters<typeof presign>[0]>) =>
      new URL(presign({ ...signing, ...changed })).searchParams.get('X-Amz-Signature')
    const signatures = [
      signature({}),
      signature({ method: 'PUT' }),
      signature({ url: 'https://examplebucket.s3.amazonaws.com/test2.txt' }),
      signature({ headers: { 'content-type': 'text/csv' } }),
      signature({ seconds: 60 }),
    ]
    expect(new Set(signatures).size).toBe(5)
  })

  it('carry the token of temporary credentials', () => {
    const url = new URL(presign({ ...signing, credentials: { ...credentials, sessionToken: 'a/b+c=' } }))
    expect(url.searchParams.get('X-Amz-Security-Token')).toBe('a/b+c=')
  })
})
