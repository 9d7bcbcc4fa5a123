import { execFileSync } from 'node:child_process'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Metafile } from 'esbuild'

interface Component {
  'bom-ref': string
  name: string
  version: string
  licenses?: { license?: { id?: string; name?: string }; expression?: string }[]
  properties?: { name: string; value: string }[]
}

/** CycloneDX, as far as it is read here. */
export interface BillOfMaterials {
  serialNumber?: string
  metadata: { timestamp?: string; component: { name: string } }
  components: Component[]
  dependencies: { ref: string; dependsOn?: string[] }[]
}

/** Names of the packages that stand in bundles. */
export function packagesIn(bundles: readonly Metafile[]): string[] {
  const paths = bundles
    .flatMap(({ outputs }) => Object.values(outputs))
    .flatMap(({ inputs }) => Object.entries(inputs).filter(([, { bytesInOutput }]) => bytesInOutput > 0))
  const names = paths.flatMap(([path]) => /^.*node_modules\/((?:@[^/]+\/)?[^/]+)/.exec(path)?.[1] ?? [])
  return [...new Set(names)].toSorted((a, b) => (a < b ? -1 : 1))
}

/**
 * Everything that leaves this repository to run somewhere: what is needed at run time, and what else stands in a bundle. The same lock
 * file gives the same bytes: no time, no serial number.
 */
export function billOfMaterials(root: string, bundled: readonly string[]): BillOfMaterials {
  const text = execFileSync('npm', ['sbom', '--sbom-format', 'cyclonedx', '--package-lock-only'], {
    cwd: root,
    encoding: 'utf8',
    maxBuffer: 64 * 1024 * 1024,
    stdio: ['ignore', 'pipe', 'ignore'],
  })
  const { serialNumber: _, ...bill } = JSON.parse(text) as BillOfMaterials
  const forDevelopment = ({ properties = [] }: Component) =>
    properties.some(({ name, value }) => name === 'cdx:npm:package:development' && value === 'true')
  const components = bill.components
    .filter((component) => !forDevelopment(component) || bundled.includes(component.name))
    .toSorted((a, b) => (a['bom-ref'] < b['bom-ref'] ? -1 : 1))
  const kept = new Set(components.map((component) => component['bom-ref']))
  const { timestamp: __, ...metadata } = bill.metadata
  return {
    ...bill,
    metadata: { ...metadata, component: { ...metadata.component, name: 'forteckna' } },
    components,
    dependencies: bill.dependencies
      .filter(({ ref }) => kept.has(ref) || ref.startsWith('forteckna@'))
      .map(({ ref, dependsOn = [] }) => ({ ref, dependsOn: dependsOn.filter((one) => kept.has(one)) })),
  }
}

/** The licence of a component as an SPDX identifier or expression; `unknown` when it says none. */
export function licenceOf({ licenses = [] }: Component): string {
  const named = licenses.map(({ license, expression }) => expression ?? license?.id ?? license?.name ?? 'unknown')
  return named.length > 0 ? named.join(' AND ') : 'unknown'
}

/** Every component with its licence and the licence's text, as the licences ask of those who pass the components on. */
export function licenceTexts(root: string, { components }: BillOfMaterials): string {
  return components
    .map((component) => {
      const heading = `${component.name} ${component.version}: ${licenceOf(component)}`
      return [heading, '='.repeat(heading.length), ownText(join(root, 'node_modules', component.name))].join('\n')
    })
    .join('\n\n')
}

function ownText(folder: string): string {
  let files: string[] = []
  try {
    files = readdirSync(folder)
  } catch {
    return 'not installed here\n'
  }
  const file = files.find((name) => /^(licen[cs]e|copying|ofl)/i.test(name))
  return file ? readFileSync(join(folder, file), 'utf8').trim() + '\n' : 'no text of its own\n'
}
