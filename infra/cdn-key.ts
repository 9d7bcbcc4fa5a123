import { SecretValue } from 'aws-cdk-lib'
import type { ParameterName } from './deployment-parameters.ts'

/** The header that bears it; the same as the app's own (a test compares them). */
export const cdnKeyHeader = 'x-cdn-key'

/** By what the API knows that a request came by way of the CDN, and so past its web ACL: references that the deployment resolves. */
export interface CdnKey {
  /** What the CDN bears. */
  current: string
  /** What it bore before: edges that have not heard of the exchange still do. */
  former: string
}

/** The key in its two versions. */
export function cdnKeyOf(given: { readonly [name in ParameterName]: string }): CdnKey {
  const version = (versionId: string) => SecretValue.secretsManager(given.cdnKey, { versionId }).unsafeUnwrap()
  return { current: version(given.cdnKeyVersion), former: version(given.cdnKeyFormerVersion) }
}
