import type { Configuration } from 'openid-client'
import type { Language } from './language.ts'
import type { SignInSettings } from './sign-in-settings.ts'

/** What one sign-in keeps from its beginning, to check its end against. */
export interface SignInChecks {
  state: string
  nonce: string
  codeVerifier: string
}

/** The product as a client of the identity provider: code flow with PKCE. Tokens are read here and go no further. */
export interface OpenId {
  /** A new sign-in: what to keep, and where to send the browser. With `again` somebody whom the provider knows already proves anew who they are. */
  begin(wishes: {
    hint?: string
    language: Language
    again?: boolean
  }): Promise<{ checks: SignInChecks; location: string }>
  /**
   * The user id that the identity provider vouches for, from the parameters of its answer (`?code=…&state=…`).
   * Throws whatever did not hold: state, issuer, code, PKCE, nonce, signature, algorithm, audience, expiry, assurance, and
   * with `again` the time of a proof before the sign-in began.
   */
  finish(
    parameters: string,
    checks: SignInChecks & { again?: boolean; startedAt?: string },
  ): Promise<string | undefined>
  /** Where the browser ends its sign-in at the identity provider too. */
  endSession(): Promise<string>
}

const timeoutSeconds = 5
/** By how much the provider's clock may be behind ours. */
const clockSkewMs = 30_000

/** The identity provider's metadata is fetched at first use and kept; a failed fetch is tried again the next time. */
export function createOpenId(settings: SignInSettings): OpenId {
  const redirectUri = `${settings.origin}/api/session/callback`
  let discovered: Promise<Configuration> | undefined
  const configuration = (): Promise<Configuration> => {
    discovered ??= discover(settings)
    discovered.catch(() => (discovered = undefined))
    return discovered
  }

  return {
    begin: async ({ hint, language, again }) => {
      const client = await library()
      const checks = {
        state: client.randomState(),
        nonce: client.randomNonce(),
        codeVerifier: client.randomPKCECodeVerifier(),
      }
      const location = client.buildAuthorizationUrl(await configuration(), {
        redirect_uri: redirectUri,
        scope: 'openid',
        state: checks.state,
        nonce: checks.nonce,
        code_challenge: await client.calculatePKCECodeChallenge(checks.codeVerifier),
        code_challenge_method: 'S256',
        ui_locales: language,
        ...(settings.assurance && { acr_values: settings.assurance.join(' ') }),
        ...(hint && { login_hint: hint }),
        ...(again && { prompt: 'login', max_age: '0' }),
      })
      return { checks, location: location.href }
    },
    finish: async (parameters, { state, nonce, codeVerifier, again, startedAt }) => {
      const client = await library()
      const tokens = await client.authorizationCodeGrant(await configuration(), new URL(redirectUri + parameters), {
        expectedState: state,
        expectedNonce: nonce,
        pkceCodeVerifier: codeVerifier,
        idTokenExpected: true,
      })
      const claims = tokens.claims()
      assertAssured(claims?.['acr'], settings.assurance)
      if (again) assertAnew(claims?.['auth_time'], startedAt)
      const claim = claims?.[settings.personClaim]
      return typeof claim === 'string' ? claim : undefined
    },
    endSession: async () => {
      const client = await library()
      const home = `${settings.origin}/`
      const config = await configuration()
      if (!config.serverMetadata().end_session_endpoint) return home
      // Amazon Cognito knows the address to come back to by a name of its own; others leave what they do not know.
      return client.buildEndSessionUrl(config, { post_logout_redirect_uri: home, logout_uri: home }).href
    },
  }
}

/** The provider may answer with less than it was asked for, so what it says is what counts. */
function assertAssured(level: unknown, wanted: readonly string[] | undefined): void {
  if (wanted && !wanted.some((one) => one === level)) throw new AssuranceMissing('not the assurance asked for')
}

/** Whoever was asked to prove anew who they are has done so since: the provider says when (`auth_time`), and must when asked with `max_age`. */
function assertAnew(provenAt: unknown, startedAt = ''): void {
  const anew = typeof provenAt === 'number' && provenAt * 1000 >= Date.parse(startedAt) - clockSkewMs
  if (!anew) throw new AssuranceMissing('not proven anew')
}

export class AssuranceMissing extends Error {
  override name = 'AssuranceMissing'
}

/** Loaded at the first sign-in, since the Lambda that signs in mostly does other things. */
const library = () => import('openid-client')

async function discover(settings: SignInSettings): Promise<Configuration> {
  const client = await library()
  const metadata = { client_secret: settings.clientSecret, id_token_signed_response_alg: 'RS256' }
  const config = await client.discovery(new URL(settings.issuer), settings.clientId, metadata, undefined, {
    timeout: timeoutSeconds,
    execute: isLocal(settings.issuer) ? [client.allowInsecureRequests] : [],
  })
  client.enableNonRepudiationChecks(config)
  return config
}

/** Without TLS only on this machine itself. */
export function isLocal(issuer: string): boolean {
  const { protocol, hostname } = new URL(issuer)
  return protocol === 'http:' && ['localhost', '127.0.0.1', '[::1]'].includes(hostname)
}
