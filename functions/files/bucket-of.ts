import { openBucket } from './bucket.ts'
import type { FileStore } from './file-store.ts'

/**
 * The bucket of a Lambda's environment: FILES_BUCKET, and what Lambda sets by itself. AWS_ENDPOINT_URL_S3 names another S3, as for
 * Amazon's own tools. Throws when there is none.
 */
export function bucketOf(environment: { readonly [name: string]: string | undefined }): FileStore {
  const bucket = environment['FILES_BUCKET']
  if (!bucket) throw new Error('FILES_BUCKET is not set')
  const region = environment['AWS_REGION'] ?? ''
  const elsewhere = environment['AWS_ENDPOINT_URL_S3']
  return openBucket({
    address: elsewhere ? `${elsewhere}/${bucket}` : `https://${bucket}.s3.${region}.amazonaws.com`,
    region,
    credentials: () => ({
      accessKeyId: environment['AWS_ACCESS_KEY_ID'] ?? '',
      secretAccessKey: environment['AWS_SECRET_ACCESS_KEY'] ?? '',
      ...(environment['AWS_SESSION_TOKEN'] && { sessionToken: environment['AWS_SESSION_TOKEN'] }),
    }),
    now: () => new Date().toISOString(),
  })
}
