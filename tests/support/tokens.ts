import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { generateKeyPair, importJWK, SignJWT, type JWTPayload } from 'jose'
import type { IdentityKeys } from '../../functions/identity/keys.ts'
import type { SignInServer } from './sign-in-server.ts'

export interface TokenWishes {
  claims?: JWTPayload
  header?: { [name: string]: unknown }
  /** Signs with a key that the identity provider does not have. */
  foreignKey?: boolean
}

/** A token as the identity provider would sign it, but for what is wished. */
export async function signToken({ dataDir, provider }: SignInServer, wishes: TokenWishes = {}): Promise<string> {
  const keys = JSON.parse(readFileSync(join(dataDir, 'identity-provider.json'), 'utf8')) as IdentityKeys
  const [jwk = {}] = keys.jwks.keys
  const key = wishes.foreignKey ? (await generateKeyPair('RS256')).privateKey : await importJWK(jwk, 'RS256')
  const named = (wishes.header?.['crit'] ?? []) as string[]
  const now = Math.floor(Date.now() / 1000)
  const { issuer, audience } = provider.settings
  const claims = { iss: issuer, aud: audience, sub: 'dso', iat: now, exp: now + 300, ...wishes.claims }
  return new SignJWT(claims)
    .setProtectedHeader({ alg: 'RS256', kid: jwk.kid, ...wishes.header })
    .sign(key, { crit: Object.fromEntries(named.map((name) => [name, true])) })
}

/** The token as it is, with another header and no signature, or one made with a text as shared secret. */
export async function resignWeakly(token: string, alg: 'none' | 'HS256', secret = ''): Promise<string> {
  const [, payload = ''] = token.split('.')
  const claims = JSON.parse(Buffer.from(payload, 'base64url').toString()) as JWTPayload
  if (alg === 'HS256') return new SignJWT(claims).setProtectedHeader({ alg }).sign(new TextEncoder().encode(secret))
  const header = Buffer.from(JSON.stringify({ alg: 'none' })).toString('base64url')
  return `${header}.${payload}.`
}
