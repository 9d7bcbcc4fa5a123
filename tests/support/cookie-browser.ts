/** A browser as far as sign-in goes: keeps cookies, follows redirects one by one, says which site a change comes from. */
export interface CookieBrowser {
  readonly cookies: Map<string, string>
  get(address: string, headers?: { [name: string]: string }): Promise<Response>
  send(method: 'POST' | 'PUT', address: string, body?: unknown, headers?: { [name: string]: string }): Promise<Response>
  /** Follows redirects until `until` holds or no more come; gives the last answer and every address on the way. */
  follow(address: string, until?: (address: string) => boolean): Promise<{ response: Response; way: string[] }>
}

export function openBrowser(origin: string): CookieBrowser {
  const cookies = new Map<string, string>()
  const ask = async (address: string, init: RequestInit): Promise<Response> => {
    const headers = new Headers(init.headers)
    if (cookies.size > 0) headers.set('cookie', [...cookies].map((pair) => pair.join('=')).join('; '))
    const response = await fetch(new URL(address, origin), { ...init, headers, redirect: 'manual' })
    for (const line of response.headers.getSetCookie()) keep(cookies, line)
    return response
  }
  const browser: CookieBrowser = {
    cookies,
    get: (address, headers = {}) => ask(address, { headers }),
    send: (method, address, body, headers = {}) =>
      ask(address, {
        method,
        headers: { 'content-type': 'application/json', 'sec-fetch-site': 'same-origin', ...headers },
        ...(body !== undefined && { body: JSON.stringify(body) }),
      }),
    follow: async (address, until = () => false) => {
      const way: string[] = []
      for (let next = address; ;) {
        const response = await browser.get(next)
        const location = response.headers.get('location')
        if (!location) return { response, way }
        next = new URL(location, new URL(next, origin)).href
        way.push(next)
        if (until(next)) return { response, way }
      }
    },
  }
  return browser
}

function keep(cookies: Map<string, string>, line: string): void {
  const [pair = '', ...attributes] = line.split(';').map((part) => part.trim())
  const [name = '', value = ''] = pair.split(/=(.*)/s)
  const gone = attributes.some(
    (attribute) => /^max-age=0$/i.test(attribute) || /^expires=thu, 01 jan 1970/i.test(attribute),
  )
  if (gone) cookies.delete(name)
  else cookies.set(name, value)
}
