import type { JWTVerifyGetKey } from 'jose'
import { RegisterError } from '../register/errors.ts'
import type { CallerSettings } from './sign-in-settings.ts'

/** The user id an access token speaks for; undefined for a token that does not hold. */
export type BearerVerifier = (token: string) => Promise<string | undefined>

/** Signatures with a private key only: never `none`, never a shared secret. */
const algorithms = ['RS256', 'PS256', 'ES256', 'EdDSA']
const timeoutMs = 5_000
const clockToleranceSeconds = 5

/**
 * Checks access tokens against the identity provider's published keys: signature, algorithm, issuer, audience, expiry.
 * Keys are fetched at first use and when a token names an unknown one. Throws `busy` when the provider cannot be reached.
 * `currentDate` is the identity provider's time, not the product's.
 */
export function createBearerVerifier(settings: CallerSettings, currentDate: () => Date): BearerVerifier {
  let keys: Promise<JWTVerifyGetKey> | undefined
  const published = (): Promise<JWTVerifyGetKey> => {
    keys ??= publishedKeys(settings.issuer)
    keys.catch(() => (keys = undefined))
    return keys
  }
  return async (token) => {
    const { errors, jwtVerify } = await tokenCheck()
    try {
      const { payload } = await jwtVerify(token, await published(), {
        issuer: settings.issuer,
        audience: settings.audience,
        algorithms,
        requiredClaims: ['exp', settings.personClaim],
        clockTolerance: clockToleranceSeconds,
        currentDate: currentDate(),
      })
      const claim = payload[settings.personClaim]
      return typeof claim === 'string' ? claim : undefined
    } catch (error) {
      if (error instanceof errors.JOSEError && !(error instanceof errors.JWKSTimeout)) return undefined
      throw new RegisterError('busy', 'the identity provider does not answer', {}, { cause: error })
    }
  }
}

/** Loaded when the first token comes: most requests bring a cookie. */
const tokenCheck = () => import('./token-check.ts')

async function publishedKeys(issuer: string): Promise<JWTVerifyGetKey> {
  const address = `${issuer.replace(/\/$/, '')}/.well-known/openid-configuration`
  const response = await fetch(address, { signal: AbortSignal.timeout(timeoutMs) })
  if (!response.ok) throw new Error(`${address} answers ${response.status}`)
  const metadata = (await response.json()) as { issuer?: string; jwks_uri?: string }
  if (metadata.issuer !== issuer || !metadata.jwks_uri) throw new Error(`${address} is not about ${issuer}`)
  const { createRemoteJWKSet } = await tokenCheck()
  return createRemoteJWKSet(new URL(metadata.jwks_uri), { timeoutDuration: timeoutMs })
}
