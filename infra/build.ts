import { execFileSync } from 'node:child_process'
import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { bundleFunction, listServices } from './bundle-function.ts'
import { buildWeb } from './build-web.ts'

const root = join(import.meta.dirname, '..')
const out = join(root, '.build')

for (const service of await listServices()) {
  const { outputs } = await bundleFunction(service, join(out, 'functions'))
  const bytes = Object.entries(outputs).reduce((sum, [path, output]) => sum + (isScript(path) ? output.bytes : 0), 0)
  console.log(`.build/functions/${service}  ${Math.round(bytes / 1024)} KB`)
}
await buildWeb(join(out, 'web'))
await mkdir(join(out, 'web', 'api'), { recursive: true })
await writeFile(join(out, 'web', 'api', 'openapi.json'), describeApi())
console.log('.build/web')

function isScript(path: string): boolean {
  return path.endsWith('.mjs')
}

/** The OpenAPI document, which on AWS is a file: no single function knows the routes of all. */
function describeApi(): Buffer {
  return execFileSync(process.execPath, [join(root, 'functions/describe-api.ts')])
}
