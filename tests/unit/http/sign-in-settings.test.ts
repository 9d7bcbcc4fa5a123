import { describe, expect, it } from 'vitest'
import { isLocal } from '../../../functions/http/openid.ts'
import { createSessionCookies } from '../../../functions/http/session-cookie.ts'
import { callerSettingsOf, signInSettingsOf } from '../../../functions/http/sign-in-settings.ts'

const environment = {
  ORIGIN: 'https://forteckna.region.example',
  OIDC_ISSUER: 'https://login.region.example',
  OIDC_CLIENT_ID: 'forteckna',
  OIDC_CLIENT_SECRET: 'secret',
}

describe('the settings of sign-in', () => {
  it('come from the environment, with the usual values where nothing else is said', () => {
    expect(signInSettingsOf(environment)).toEqual({
      origin: 'https://forteckna.region.example',
      issuer: 'https://login.region.example',
      audience: 'https://forteckna.region.example/api',
      personClaim: 'sub',
      clientId: 'forteckna',
      clientSecret: 'secret',
      providerName: 'login.region.example',
    })
  })

  it.each([
    ['any', undefined],
    ['loa3  loa4', ['loa3', 'loa4']],
  ])('ask for assurance %j as %j', (OIDC_ASSURANCE, assurance) => {
    expect(signInSettingsOf({ ...environment, OIDC_ASSURANCE }).assurance).toEqual(assurance)
  })

  it('need no secret where nobody is signed in', () => {
    const { ORIGIN, OIDC_ISSUER } = environment
    expect(callerSettingsOf({ ORIGIN, OIDC_ISSUER, OIDC_PERSON_CLAIM: 'upn' }).personClaim).toBe('upn')
  })

  it.each(Object.keys(environment))('are refused without %s', (name) => {
    expect(() => signInSettingsOf({ ...environment, [name]: '' })).toThrow(name)
  })
})

describe('an identity provider without TLS', () => {
  it('is trusted on this machine only', () => {
    expect(isLocal('http://localhost:3000/oidc')).toBe(true)
    expect(isLocal('http://127.0.0.1:3000/oidc')).toBe(true)
    expect(isLocal('http://login.region.example')).toBe(false)
    expect(isLocal('http://localhost.example')).toBe(false)
    expect(isLocal('https://localhost')).toBe(false)
  })
})

describe('the session cookie', () => {
  it('is locked to this host and https where the product is served over https', () => {
    const cookie = createSessionCookies('https://forteckna.region.example').setSession('secret')
    expect(cookie).toBe('__Host-session=secret; Path=/; HttpOnly; Secure; SameSite=Lax')
  })

  it('tells local servers apart by their port', () => {
    const cookies = createSessionCookies('http://localhost:3200')
    expect(cookies.setSession('secret')).toBe('session-3200=secret; Path=/; HttpOnly; SameSite=Lax')
    const request = new Request('http://localhost:3200/', {
      headers: { cookie: 'session-3300=other; session-3200=own' },
    })
    expect(cookies.session(request)).toBe('own')
  })

  it('is taken back at sign-out', () => {
    expect(createSessionCookies('https://forteckna.region.example').clearSession()).toMatch(
      /^__Host-session=; Max-Age=0;/,
    )
  })
})
