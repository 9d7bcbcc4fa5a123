import { randomBytes } from 'node:crypto'
import type { Configuration } from 'oidc-provider'
import type { IdentityKeys } from './keys.ts'
import { createMemory } from './memory.ts'

/** The product as the local identity provider knows it. */
export const clientId = 'forteckna'
/** The command line, which asks for tokens of demo people. */
export const commandClientId = 'forteckna-token'
/** A grant of the local identity provider alone: a token for a person, no questions asked. */
export const demoGrant = 'urn:forteckna:grant:demo-person'

const signInSeconds = 10 * 60
const tokenSeconds = 60
export const accessTokenSeconds = 12 * 60 * 60

interface Wishes {
  origin: string
  keys: IdentityKeys
  /** Whether somebody may sign in. */
  exists(userId: string): Promise<boolean>
  renderError: NonNullable<Configuration['renderError']>
}

/** The identity provider's configuration: code flow with PKCE for the product. It remembers nobody, so it always asks who it is. */
export function configurationOf({ origin, keys, exists, renderError }: Wishes): Configuration {
  const port = new URL(origin).port || '80'
  const cookie = { httpOnly: true, sameSite: 'lax', signed: true, overwrite: true } as const
  return {
    adapter: createMemory(),
    jwks: keys.jwks as NonNullable<Configuration['jwks']>,
    clients: [
      {
        client_id: clientId,
        client_secret: keys.clientSecret,
        redirect_uris: [`${origin}/api/session/callback`],
        post_logout_redirect_uris: [`${origin}/`],
        grant_types: ['authorization_code'],
        response_types: ['code'],
        token_endpoint_auth_method: 'client_secret_post',
      },
      {
        client_id: commandClientId,
        redirect_uris: [],
        grant_types: [demoGrant],
        response_types: [],
        token_endpoint_auth_method: 'none',
      },
    ],
    clientAuthMethods: ['client_secret_post', 'none'],
    responseTypes: ['code'],
    scopes: ['openid'],
    pkce: { required: () => true },
    cookies: {
      keys: [randomBytes(32).toString('base64url')],
      names: {
        session: `oidc-session-${port}`,
        interaction: `oidc-interaction-${port}`,
        resume: `oidc-resume-${port}`,
      },
      long: cookie,
      short: cookie,
    },
    features: { devInteractions: { enabled: false }, rpInitiatedLogout: { enabled: true } },
    ttl: {
      AccessToken: (_ctx, token) => (token.resourceServer ? accessTokenSeconds : tokenSeconds),
      AuthorizationCode: tokenSeconds,
      Grant: signInSeconds,
      IdToken: signInSeconds,
      Interaction: signInSeconds,
      Session: signInSeconds,
    },
    interactions: { url: (_ctx, { uid }) => `/oidc/interaction/${uid}` },
    findAccount: async (_ctx, userId) =>
      (await exists(userId)) ? { accountId: userId, claims: () => ({ sub: userId }) } : undefined,
    loadExistingGrant: async ({ oidc }) => {
      const grant = new oidc.provider.Grant({ accountId: oidc.session?.accountId, clientId: oidc.client?.clientId })
      grant.addOIDCScope('openid')
      await grant.save()
      return grant
    },
    expiresWithSession: () => false,
    renderError,
  }
}
