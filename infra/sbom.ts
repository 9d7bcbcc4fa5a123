import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { billOfMaterials, licenceTexts, packagesIn } from './bill-of-materials.ts'
import { bundleFunction, listServices } from './bundle-function.ts'
import { bundleWeb } from './build-web.ts'

const root = join(import.meta.dirname, '..')
const out = join(root, '.build')
const folder = mkdtempSync(join(tmpdir(), 'forteckna-sbom-'))
try {
  const functions = await Promise.all((await listServices()).map((service) => bundleFunction(service, folder)))
  const bill = billOfMaterials(root, packagesIn([...functions, await bundleWeb(join(folder, 'web'))]))
  mkdirSync(out, { recursive: true })
  writeFileSync(join(out, 'sbom.cdx.json'), `${JSON.stringify(bill, null, 1)}\n`)
  writeFileSync(join(out, 'licences.txt'), licenceTexts(root, bill))
  console.log(`.build/sbom.cdx.json  ${bill.components.length} components; their licences in .build/licences.txt`)
} finally {
  rmSync(folder, { recursive: true, force: true })
}
