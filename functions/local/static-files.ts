import { createHash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { extname, join, relative, sep } from 'node:path'
import { brotliCompressSync, constants, gzipSync } from 'node:zlib'
import { answerHeaders, type HttpAnswer, type HttpRequest, type HttpRequestHeaders } from '../http/message.ts'
import { pagePolicy } from '../http/security-headers.ts'

type Encoding = 'br' | 'gzip' | 'identity'

interface StaticFile {
  type: string
  etag: string
  immutable: boolean
  bodies: Map<Encoding, Uint8Array<ArrayBuffer>>
}

const types: { [extension: string]: string } = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json',
  '.svg': 'image/svg+xml',
  '.woff2': 'font/woff2',
  '.png': 'image/png',
  '.webmanifest': 'application/manifest+json',
}

/** The built web front end, held in memory. */
export interface StaticFiles {
  /** A file, the shell for a page's address, or undefined for what the web does not answer. */
  respond(request: HttpRequest): HttpAnswer | undefined
  /** Paths of the style sheets. */
  stylesheets: readonly string[]
}

/** Reads a directory of built files. Files under `assets/` have hashed names and may be kept for ever. */
export function readStaticFiles(directory: string): StaticFiles {
  const paths = readdirSync(directory, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile())
  const files = new Map(
    paths.map((entry) => {
      const path = `/${relative(directory, join(entry.parentPath, entry.name)).split(sep).join('/')}`
      return [path, readFile(directory, path)]
    }),
  )
  return {
    stylesheets: [...files.keys()].filter((path) => path.endsWith('.css')),
    respond: (request) => {
      if (request.method !== 'GET' && request.method !== 'HEAD') return undefined
      const { pathname } = new URL(request.url)
      const file = files.get(pathname) ?? (isPage(pathname) ? files.get('/index.html') : undefined)
      return file && answerOf(file, request.headers)
    },
  }
}

/** Addresses of pages are the web router's; what stands under `/api` or `/assets`, or names a file, is no page. */
function isPage(pathname: string): boolean {
  return !/^\/(api|assets|oidc)(\/|$)/.test(pathname) && extname(pathname) === ''
}

function readFile(directory: string, path: string): StaticFile {
  const body = readFileSync(join(directory, path))
  return {
    type: types[extname(path)] ?? 'application/octet-stream',
    etag: `"${createHash('sha256').update(body).digest('base64url').slice(0, 27)}"`,
    immutable: path.startsWith('/assets/'),
    bodies: new Map([['identity', new Uint8Array(body)]]),
  }
}

function answerOf(file: StaticFile, asked: HttpRequestHeaders): HttpAnswer {
  const headers = answerHeaders({
    ETag: file.etag,
    'Cache-Control': file.immutable ? 'public, max-age=31536000, immutable' : 'no-cache',
    'Content-Security-Policy': pagePolicy,
    Vary: 'Accept-Encoding',
  })
  const known = (asked.get('if-none-match') ?? '').split(',').map((tag) => tag.trim().replace(/^W\//, ''))
  if (known.includes(file.etag)) return { status: 304, headers, body: null }
  const encoding = encodingFor(file, asked.get('accept-encoding') ?? '')
  headers.set('content-type', file.type)
  if (encoding !== 'identity') headers.set('content-encoding', encoding)
  const body = encoded(file, encoding)
  headers.set('content-length', String(body.byteLength))
  return { status: 200, headers, body }
}

function encodingFor(file: StaticFile, accepted: string): Encoding {
  if (/^(font|image\/png)/.test(file.type)) return 'identity'
  const offered = accepted.split(',').map((part) => part.trim())
  const takes = (name: string) => offered.some((part) => new RegExp(`^${name}(;q=(?!0(\\.0*)?$).*)?$`).test(part))
  return takes('br') ? 'br' : takes('gzip') ? 'gzip' : 'identity'
}

/** The body in that encoding, compressed when it is first asked for. */
function encoded(file: StaticFile, encoding: Encoding): Uint8Array<ArrayBuffer> {
  const plain = file.bodies.get('identity') ?? new Uint8Array()
  const made = file.bodies.get(encoding) ?? new Uint8Array(compress(plain, encoding))
  file.bodies.set(encoding, made)
  return made
}

function compress(plain: Uint8Array, encoding: Encoding): Uint8Array {
  if (encoding === 'gzip') return gzipSync(plain, { level: 9 })
  return brotliCompressSync(plain, { params: { [constants.BROTLI_PARAM_QUALITY]: 9 } })
}
