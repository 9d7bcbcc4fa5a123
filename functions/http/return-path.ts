/** The path to go on to after sign-in, when it stays on this origin and is a page; otherwise undefined. */
export function returnPath(asked: string | undefined, origin: string): string | undefined {
  if (asked === undefined) return '/'
  if (!/^\/(?![/\\])/.test(asked) || !URL.canParse(asked, origin)) return undefined
  const url = new URL(asked, origin)
  const page = url.origin === new URL(origin).origin && !/^\/(api|oidc)(\/|$)/.test(url.pathname)
  return page ? url.pathname + url.search + url.hash : undefined
}
