import { bucketOptions } from './bucket-options.ts'
import { openBucket } from './bucket.ts'
import type { FileStore } from './file-store.ts'

/** The bucket of a Lambda's environment: FILES_BUCKET, and what `bucketOptions` reads. Throws when there is none. */
export function bucketOf(environment: { readonly [name: string]: string | undefined }): FileStore {
  const bucket = environment['FILES_BUCKET']
  if (!bucket) throw new Error('FILES_BUCKET is not set')
  return openBucket(bucketOptions(bucket, environment))
}
