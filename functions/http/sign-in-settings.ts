/** Where and as whom the product signs people in. The same on AWS and locally; only the values differ. */
export interface SignInSettings {
  /** The product's own address, without a slash at the end. */
  origin: string
  /** The identity provider's issuer identifier, under which its metadata stands. */
  issuer: string
  clientId: string
  clientSecret: string
  /** What access tokens of integrations must be meant for. */
  audience: string
  /** The claim that holds a person's user id. */
  personClaim: string
  /** What the sign-in page calls the identity provider. */
  providerName: string
  /** People who can be picked at sign-in; only the local identity provider has such. */
  people?(): Promise<readonly PickablePerson[]>
}

export interface PickablePerson {
  userId: string
  displayName: string
  title?: string
  unitName?: string
}

/**
 * The settings that a Lambda's environment holds: ORIGIN, OIDC_ISSUER, OIDC_CLIENT_ID, OIDC_CLIENT_SECRET, and when they differ
 * from the usual OIDC_AUDIENCE, OIDC_PERSON_CLAIM, OIDC_PROVIDER_NAME. Throws when one is missing.
 */
export function signInSettingsOf(environment: { readonly [name: string]: string | undefined }): SignInSettings {
  const required = (name: string): string => {
    const value = environment[name]
    if (!value) throw new Error(`${name} is not set`)
    return value
  }
  const origin = required('ORIGIN')
  const issuer = required('OIDC_ISSUER')
  return {
    origin,
    issuer,
    clientId: required('OIDC_CLIENT_ID'),
    clientSecret: required('OIDC_CLIENT_SECRET'),
    audience: environment['OIDC_AUDIENCE'] ?? `${origin}/api`,
    personClaim: environment['OIDC_PERSON_CLAIM'] ?? 'sub',
    providerName: environment['OIDC_PROVIDER_NAME'] ?? new URL(issuer).hostname,
  }
}
