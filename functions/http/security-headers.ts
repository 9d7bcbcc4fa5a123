/** On every answer, whatever it is (OWASP ASVS 5.0 3.4; Mozilla's HTTP Observatory). */
const always: { readonly [name: string]: string } = {
  'strict-transport-security': 'max-age=63072000; includeSubDomains',
  'x-content-type-options': 'nosniff',
  'x-frame-options': 'DENY',
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
  'referrer-policy': 'same-origin',
  'permissions-policy': 'camera=(), display-capture=(), geolocation=(), microphone=(), payment=(), usb=()',
}

/** What an answer of the API says unless its route says otherwise: nothing in it is run, framed or kept. */
const unlessSet: { readonly [name: string]: string } = {
  'content-security-policy': "default-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
  'cache-control': 'no-store',
}

/** For the pages of the web front end: only what the service itself serves. */
export const pagePolicy = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "font-src 'self'",
  "img-src 'self' data:",
  "connect-src 'self'",
  "manifest-src 'self'",
  "form-action 'self'",
  "base-uri 'none'",
  "frame-ancestors 'none'",
].join('; ')

interface Settable {
  has(name: string): boolean
  set(name: string, value: string): unknown
}

/** Adds the security headers to an answer's headers, in place. */
export function secure(headers: Settable): void {
  for (const [name, value] of Object.entries(always)) headers.set(name, value)
  for (const [name, value] of Object.entries(unlessSet)) if (!headers.has(name)) headers.set(name, value)
}
