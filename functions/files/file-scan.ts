import { bucketOptions, type BucketOptions } from './bucket-options.ts'
import { bucketOf } from './bucket-of.ts'
import { assertOk, persist } from './bucket-request.ts'
import { assertPath, type FileStore, type ScanVerdict } from './file-store.ts'
import { presign } from './presign.ts'

const ownSeconds = 300
/** The tag that Amazon GuardDuty leaves on an object it has looked through; nobody else may set it. */
const tag = /<Key>GuardDutyMalwareScanStatus<\/Key>\s*<Value>(\w+)<\/Value>/
const verdicts: { readonly [value: string]: ScanVerdict } = { NO_THREATS_FOUND: 'sound', THREATS_FOUND: 'harmful' }

/** The files of a Lambda's bucket (`bucketOf`), each of which is looked through for harmful code after it is put. */
export function scannedBucketOf(environment: { readonly [name: string]: string | undefined }): FileStore {
  const files = bucketOf(environment)
  return { ...files, scanned: createScanReader(bucketOptions(environment['FILES_BUCKET'] ?? '', environment)) }
}

/** Reads what the scan of a file came to. A file that is found sound stays so, since files are never changed in place. */
export function createScanReader({ address, region, credentials, now }: BucketOptions) {
  const sound = new Set<string>()
  return async (path: string): Promise<ScanVerdict> => {
    if (sound.has(path)) return 'sound'
    assertPath(path)
    const response = await persist(() =>
      fetch(
        presign({
          method: 'GET',
          url: `${address}/${path}`,
          parameters: { tagging: '' },
          region,
          credentials: credentials(),
          seconds: ownSeconds,
          now: now(),
        }),
      ),
    )
    await assertOk(response, path)
    const value = tag.exec(await response.text())?.[1]
    const verdict = value === undefined ? 'waiting' : (verdicts[value] ?? 'unscannable')
    if (verdict === 'sound') sound.add(path)
    return verdict
  }
}
