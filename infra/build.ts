import { stat } from 'node:fs/promises'
import { join } from 'node:path'
import { bundleFunction, listServices } from './bundle-function.ts'
import { buildWeb } from './build-web.ts'

const out = join(import.meta.dirname, '..', '.build')

for (const service of await listServices()) {
  await bundleFunction(service, join(out, 'functions'))
  const { size } = await stat(join(out, 'functions', service, 'index.mjs'))
  console.log(`.build/functions/${service}/index.mjs  ${Math.round(size / 1024)} KB`)
}
await buildWeb(join(out, 'web'))
console.log('.build/web')
