import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Metafile } from 'esbuild'
import { beforeAll, describe, expect, it } from 'vitest'
import { listServices } from '../../infra/bundle-function.ts'
import { type ServiceName, servicePaths } from '../../infra/service-paths.ts'
import { bundledFunction, bundledWeb, functionsFolder } from '../support/bundled.ts'
import { contentsOf, scriptBytes, startedFiles } from '../support/bundle.ts'
import { limitsOf } from '../support/bundle-limits.ts'
import { invoke } from '../support/invoke.ts'

const root = join(import.meta.dirname, '../..')
const services = await listServices()
/** Those that answer requests; the others are started by events. */
const answering = services.filter((service) => service in servicePaths)
/** What records are changed by, and forms: whoever only reads them carries none of it. */
const changing = /^functions\/(processing|assets|suppliers)\/(findings|workflow|form|guards|schema|lifecycle|check)\b/

function assertWeight(metafile: Metafile, service: string): void {
  const { all, allOwn, atStart, atStartOwn } = scriptBytes(metafile)
  const limits = limitsOf(service)
  expect(atStart).toBeGreaterThan(atStartOwn)
  expect(all / 1024).toBeLessThanOrEqual(650)
  expect(allOwn / 1024).toBeLessThanOrEqual(limits.all)
  expect(atStartOwn / 1024).toBeLessThanOrEqual(limits.atStart)
}

/** Files of the repository in what a bundle reads at its start. */
function atStartIn(metafile: Metafile): string[] {
  return startedFiles(metafile.outputs).flatMap((path) => Object.keys(metafile.outputs[path]!.inputs))
}

describe.each(answering)('the bundle of %s', (service) => {
  let metafile: Metafile
  beforeAll(async () => {
    metafile = await bundledFunction(service)
  })

  it('holds no local code: no embedded store, identity provider, server or demo data', () => {
    const { files, packages, external } = contentsOf(metafile)
    expect(
      files.filter((file) => /^functions\/(demo\/|identity\/|local|store\/embedded|token|verify|import-)/.test(file)),
    ).toEqual([])
    expect(external).not.toContain('node:sqlite')
    expect(packages).not.toContain('oidc-provider')
    expect(packages).not.toContain('@hono/node-server')
  })

  it('holds no routes of another service', () => {
    const { files } = contentsOf(metafile)
    const routes = files.filter((file) => /^functions\/[^/]+\/routes\.ts$/.test(file))
    expect(routes).toEqual([`functions/${service}/routes.ts`])
  })

  it('holds no words of the OpenAPI document, which is a file', () => {
    const { files } = contentsOf(metafile)
    expect(files.filter((file) => /\/text\/\w+\/(operations?|session)\.json$/.test(file))).toEqual([])
  })

  it('holds the small build of zod, and of the SDK only what a function needs', () => {
    const { files, packages } = contentsOf(metafile)
    expect(Object.keys(metafile.inputs).filter((path) => /node_modules\/zod\/v4\/classic\/schemas/.test(path))).toEqual(
      [],
    )
    expect(packages.filter((name) => name.startsWith('@aws-sdk/credential-provider'))).toEqual([])
    expect(files.length).toBeGreaterThan(10)
  })

  it('weighs at most 650 KB, and little of it at a cold start', () => {
    assertWeight(metafile, service)
  })

  it('reads two files at a cold start: the handler and all that it needs at once', () => {
    expect(startedFiles(metafile.outputs)).toHaveLength(2)
  })

  it('names no Intl in what a cold start reads, whose first use takes 20 ms', () => {
    const read = startedFiles(metafile.outputs).map((path) => readFileSync(join(root, path), 'utf8'))
    expect(read.flatMap((script) => script.match(/\bIntl\.\w+|localeCompare/g) ?? [])).toEqual([])
  })

  it('holds no kinds, forms, rules or texts of services in what a cold start reads', () => {
    const read = atStartIn(metafile)
    const later = /^functions\/(processing|assets|suppliers)\/(?!lambda\.ts)|^functions\/directory\/.*kind/
    expect(read).toContain('functions/register/reading-engine.ts')
    expect(read.filter((path) => later.test(path))).toEqual([])
    expect(read.filter((path) => path.includes('node_modules/zod/'))).toEqual([])
  })

  it('starts as Lambda would start it, and asks a stranger to sign in, without the HTTP classes of Node', async () => {
    const { statusCode, body, builtIns } = await invoke(
      join(functionsFolder, service, 'index.mjs'),
      servicePaths[service as ServiceName][0],
    )
    expect(statusCode).toBe(401)
    expect(JSON.parse(body)).toMatchObject({ status: statusCode })
    expect(builtIns).toContain('NativeModule https')
    expect(builtIns.filter((name) => name.includes('undici'))).toEqual([])
  })

  it('refuses what comes to it past the CDN', async () => {
    const file = join(functionsFolder, service, 'index.mjs')
    const { statusCode, body } = await invoke(file, servicePaths[service as ServiceName][0], 'guessed')
    expect({ statusCode, ...JSON.parse(body) }).toMatchObject({ statusCode: 403, code: 'forbidden' })
  })
})

describe('the bundles together', () => {
  it('are one for each service of the stack', () => {
    expect(answering).toEqual(Object.keys(servicePaths).toSorted())
  })
})

describe.each(services.filter((service) => !answering.includes(service)))(
  'the bundle of %s, started by events',
  (service) => {
    let metafile: Metafile
    beforeAll(async () => {
      metafile = await bundledFunction(service)
    })

    it('holds no local code, no routes, and weighs no more than it may', () => {
      const { files, external } = contentsOf(metafile)
      const local = /^functions\/(demo\/|identity\/|local|store\/embedded|token|verify|import-)|\/routes\.ts$/
      expect(files.filter((file) => local.test(file))).toEqual([])
      expect(external).not.toContain('node:sqlite')
      assertWeight(metafile, service)
    })
  },
)

describe.each(['directory', 'proof', 'mail', 'follow-up', 'nightly', 'checkpoint'])('the bundle of %s', (service) => {
  it('holds nothing of what the records of others are changed by', async () => {
    const { files } = contentsOf(await bundledFunction(service))
    expect(files.filter((file) => changing.test(file))).toEqual([])
  })
})

describe.each(['proof', 'mail', 'follow-up', 'nightly', 'checkpoint'])('the bundle of %s', (service) => {
  it('holds nothing that changes a record', async () => {
    const { files } = contentsOf(await bundledFunction(service))
    expect(files.filter((file) => /^functions\/register\/(engine|changes|save|create|update)\.ts$/.test(file))).toEqual(
      [],
    )
  })
})

describe('the web bundle', () => {
  it('holds no engine, store, framework of the server, or node', async () => {
    const { files, packages, external } = contentsOf(await bundledWeb())
    expect(files).toContain('web/app.tsx')
    expect(
      files.filter((file) =>
        /^functions\/(register\/(engine|save|write|load|commit)|store\/|http\/|demo\/)/.test(file),
      ),
    ).toEqual([])
    expect(files.filter((file) => /\/(routes|lambda)\.ts$/.test(file) && file.startsWith('functions/'))).toEqual([])
    expect(packages.filter((name) => /^(hono|@aws-sdk|oidc-provider|openid-client|jose)/.test(name))).toEqual([])
    expect(external.filter((name) => name.startsWith('node:'))).toEqual([])
  })
})
