import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { createScanReader } from '../../../functions/files/file-scan.ts'
import { openBucket } from '../../../functions/files/bucket.ts'
import { startLocalBucket, type LocalBucket } from '../../support/local-bucket.ts'

const path = 'documents/agr_1/doc_1'
let bucket: LocalBucket

beforeEach(async () => {
  bucket = await startLocalBucket()
  await openBucket(options()).put(path, Buffer.from('%PDF-'))
  bucket.calls.length = 0
})
afterEach(() => bucket.close())

function options(secretAccessKey = 'local') {
  return {
    address: `${bucket.endpoint}/files`,
    region: 'eu-north-1',
    credentials: () => ({ accessKeyId: 'local', secretAccessKey, sessionToken: 'local' }),
    now: () => new Date().toISOString(),
  }
}

describe('the scan of a file', () => {
  it.each([
    [undefined, 'waiting'],
    ['NO_THREATS_FOUND', 'sound'],
    ['THREATS_FOUND', 'harmful'],
    ['UNSUPPORTED', 'unscannable'],
    ['ACCESS_DENIED', 'unscannable'],
    ['FAILED', 'unscannable'],
    ['A_WORD_OF_TOMORROW', 'unscannable'],
  ])('marked %s is %s', async (value, verdict) => {
    bucket.scan = value
    expect(await createScanReader(options())(path)).toBe(verdict)
  })

  it('is asked about until it is sound, and never again', async () => {
    const scanned = createScanReader(options())
    bucket.scan = undefined
    expect([await scanned(path), await scanned(path)]).toEqual(['waiting', 'waiting'])
    bucket.scan = 'NO_THREATS_FOUND'
    expect([await scanned(path), await scanned(path)]).toEqual(['sound', 'sound'])
    expect(bucket.calls).toHaveLength(3)
  })

  it('is not taken as done when the bucket refuses to tell, or has no such file', async () => {
    await expect(createScanReader(options('other'))(path)).rejects.toThrow('403')
    await expect(createScanReader(options())('documents/agr_1/doc_2')).rejects.toThrow('404')
    await expect(createScanReader(options())('../documents')).rejects.toThrow('no path')
  })
})
