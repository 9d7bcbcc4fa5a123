/** What it takes to tell who is calling. */
export interface CallerSettings {
  /** The product's own address, without a slash at the end. */
  origin: string
  /** The identity provider's issuer identifier, under which its metadata stands. */
  issuer: string
  /** What access tokens of integrations must be meant for. */
  audience: string
  /** The claim that holds a person's user id. */
  personClaim: string
}

/** What it takes to sign people in. The same on AWS and locally; only the values differ. */
export interface SignInSettings extends CallerSettings {
  clientId: string
  clientSecret: string
  /** What the sign-in page calls the identity provider. */
  providerName: string
  /** Levels of assurance (`acr`) of which the identity provider must vouch for one; it decides by itself when absent. */
  assurance?: readonly string[]
  /** People who can be picked at sign-in; only the local identity provider has such. */
  people?(): Promise<readonly PickablePerson[]>
}

export interface PickablePerson {
  userId: string
  displayName: string
  title?: string
  unitName?: string
}

type Environment = { readonly [name: string]: string | undefined }

/**
 * The settings of a Lambda that only asks who is calling: ORIGIN, OIDC_ISSUER, and when they differ from the usual OIDC_AUDIENCE
 * and OIDC_PERSON_CLAIM. Throws when one is missing.
 */
export function callerSettingsOf(environment: Environment): CallerSettings {
  const origin = required(environment, 'ORIGIN')
  return {
    origin,
    issuer: required(environment, 'OIDC_ISSUER'),
    audience: environment['OIDC_AUDIENCE'] ?? `${origin}/api`,
    personClaim: environment['OIDC_PERSON_CLAIM'] ?? 'sub',
  }
}

/** The settings of the Lambda that signs people in: also OIDC_CLIENT_ID, OIDC_CLIENT_SECRET, and at will OIDC_PROVIDER_NAME and OIDC_ASSURANCE (`any`, or levels apart by spaces). */
export function signInSettingsOf(environment: Environment): SignInSettings {
  const settings = callerSettingsOf(environment)
  const assurance = (environment['OIDC_ASSURANCE'] ?? 'any').split(' ').filter((level) => level !== '')
  return {
    ...settings,
    clientId: required(environment, 'OIDC_CLIENT_ID'),
    clientSecret: required(environment, 'OIDC_CLIENT_SECRET'),
    providerName: environment['OIDC_PROVIDER_NAME'] ?? new URL(settings.issuer).hostname,
    ...(assurance.join() !== 'any' && { assurance }),
  }
}

function required(environment: Environment, name: string): string {
  const value = environment[name]
  if (!value) throw new Error(`${name} is not set`)
  return value
}
