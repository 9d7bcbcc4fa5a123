import type { Credentials } from './presign.ts'

export interface BucketOptions {
  /** `https://<bucket>.s3.<region>.amazonaws.com` */
  address: string
  region: string
  /** Asked at each request: a Lambda's credentials are renewed while it lives. */
  credentials(): Credentials
  /** RFC 3339 UTC. */
  now(): string
}

type Environment = { readonly [name: string]: string | undefined }

/** How a Lambda comes to a bucket, by what Lambda sets by itself. AWS_ENDPOINT_URL_S3 names another S3, as for Amazon's own tools. */
export function bucketOptions(bucket: string, environment: Environment): BucketOptions {
  const region = environment['AWS_REGION'] ?? ''
  const elsewhere = environment['AWS_ENDPOINT_URL_S3']
  return {
    address: elsewhere ? `${elsewhere}/${bucket}` : `https://${bucket}.s3.${region}.amazonaws.com`,
    region,
    credentials: () => ({
      accessKeyId: environment['AWS_ACCESS_KEY_ID'] ?? '',
      secretAccessKey: environment['AWS_SECRET_ACCESS_KEY'] ?? '',
      ...(environment['AWS_SESSION_TOKEN'] && { sessionToken: environment['AWS_SESSION_TOKEN'] }),
    }),
    now: () => new Date().toISOString(),
  }
}
