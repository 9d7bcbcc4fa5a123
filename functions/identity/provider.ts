import type { IncomingMessage, ServerResponse } from 'node:http'
import { join } from 'node:path'
import { errors, Provider } from 'oidc-provider'
import type { Directory } from '../directory/directory.ts'
import type { Language } from '../http/language.ts'
import { pagePolicy, secure } from '../http/security-headers.ts'
import type { PickablePerson, SignInSettings } from '../http/sign-in-settings.ts'
import { clientId, configurationOf, demoGrant } from './configuration.ts'
import { openKeys } from './keys.ts'
import { faultPage, pickerPage } from './page.ts'

export interface IdentityProviderOptions {
  /** The local server's address; the provider stands under `/oidc` there. */
  origin: string
  dataDir: string
  directory: Directory
  /** User ids that the page offers. */
  logins: readonly string[]
  /** Addresses of the product's style sheets. */
  stylesheets(): Promise<readonly string[]>
}

export interface IdentityProvider {
  settings: SignInSettings
  /** Whether a path is the provider's to answer. */
  owns(path: string): boolean
  handler(request: IncomingMessage, response: ServerResponse): void
}

const mount = '/oidc'

/** The local identity provider: a real one, with demo people instead of passwords. Never part of a Lambda. */
export async function openIdentityProvider(options: IdentityProviderOptions): Promise<IdentityProvider> {
  const { origin, dataDir, directory, logins, stylesheets } = options
  const issuer = origin + mount
  const audience = `${origin}/api`
  const keys = await openKeys(join(dataDir, 'identity-provider.json'))

  const known = async (userId: string): Promise<PickablePerson | undefined> => {
    const id = await directory.find(userId)
    const person = id && (await directory.known(id))
    if (!person) return undefined
    const unitName = person.orgUnitId && (await directory.tree()).node(person.orgUnitId)?.name
    return {
      userId: person.userId,
      displayName: person.displayName,
      ...(person.title && { title: person.title }),
      ...(unitName && { unitName }),
    }
  }
  const people = async (): Promise<PickablePerson[]> =>
    (await Promise.all(logins.map(known))).filter((person) => person !== undefined)

  const provider = new Provider(
    issuer,
    configurationOf({
      origin,
      keys,
      exists: async (userId) => (await known(userId)) !== undefined,
      renderError: async (ctx) => {
        ctx.type = 'html'
        ctx.body = faultPage({ language: 'sv', stylesheets: await stylesheets() })
      },
    }),
  )
  provider.registerGrantType(demoGrant, (ctx) => giveToken(provider, ctx, audience, known), ['user_id'])
  const answer = provider.callback()

  const interact = async (request: IncomingMessage, response: ServerResponse, url: URL): Promise<void> => {
    const sheets = await stylesheets()
    const details = await provider.interactionDetails(request, response).catch(() => undefined)
    if (!details || url.pathname !== `${mount}/interaction/${details.uid}`) {
      return send(response, 400, faultPage({ language: languageOf(url, undefined), stylesheets: sheets }))
    }
    const asked = url.searchParams.get('as') ?? (details.params['login_hint'] as string | undefined)
    const chosen = asked && (await known(asked.trim()))
    if (chosen) {
      const result = { login: { accountId: chosen.userId, remember: false } }
      return provider.interactionFinished(request, response, result, { mergeWithLastSubmission: false })
    }
    const language = languageOf(url, details.params['ui_locales'])
    const page = { language, stylesheets: sheets, path: url.pathname, people: await people(), unknown: asked }
    send(response, asked ? 422 : 200, pickerPage(page))
  }

  const signOut = (response: ServerResponse, url: URL): void => {
    const target = url.searchParams.get('post_logout_redirect_uri')
    const trusted = url.searchParams.get('client_id') === clientId && target === `${origin}/`
    response.writeHead(303, { Location: trusted ? target : '/' }).end()
  }

  return {
    settings: {
      origin,
      issuer,
      clientId,
      clientSecret: keys.clientSecret,
      audience,
      personClaim: 'sub',
      providerName: 'Region Demo',
      people,
    },
    owns: (path) => path === mount || path.startsWith(`${mount}/`),
    handler: (request, response) => {
      for (const [name, value] of securityHeaders()) response.setHeader(name, value)
      const url = new URL(request.url ?? '/', origin)
      if (url.pathname.startsWith(`${mount}/interaction/`)) {
        interact(request, response, url).catch((error: unknown) => {
          console.error(error)
          send(response, 500, '')
        })
        return
      }
      if (url.pathname === `${mount}/session/end`) return signOut(response, url)
      const mounted = request as IncomingMessage & { originalUrl?: string }
      mounted.originalUrl = request.url ?? mount
      request.url = mounted.originalUrl.slice(mount.length) || '/'
      void answer(request, response)
    },
  }
}

type GrantContext = Parameters<Parameters<Provider['registerGrantType']>[1]>[0]

/** An access token for a demo person, for the command line. */
async function giveToken(
  provider: Provider,
  ctx: GrantContext,
  audience: string,
  known: (userId: string) => Promise<PickablePerson | undefined>,
): Promise<void> {
  const { client, params } = ctx.oidc
  const person = await known(String(params?.['user_id'] ?? ''))
  if (!client || !person) throw new errors.InvalidGrant('no active person has that user id')
  const token = new provider.AccessToken({
    accountId: person.userId,
    client,
    gty: demoGrant,
    scope: 'api',
  } as never)
  token.resourceServer = new provider.ResourceServer(audience, {
    audience,
    scope: 'api',
    accessTokenFormat: 'jwt',
    jwt: { sign: { alg: 'RS256' } },
  })
  ctx.body = { access_token: await token.save(), token_type: 'Bearer', expires_in: token.expiration }
}

function languageOf(url: URL, locales: unknown): Language {
  const asked = url.searchParams.get('language') ?? String(locales ?? '')
  return asked.startsWith('en') ? 'en' : 'sv'
}

function securityHeaders(): Headers {
  const headers = new Headers({ 'Content-Security-Policy': pagePolicy })
  secure(headers)
  return headers
}

function send(response: ServerResponse, status: number, page: string): void {
  response.writeHead(status, { 'Content-Type': 'text/html; charset=utf-8' }).end(page)
}
