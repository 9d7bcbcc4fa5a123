import type { Metafile } from 'esbuild'

const sdk = /node_modules\/(@aws-sdk|@smithy|@aws|@aws-crypto|bowser|fast-xml-parser|mnemonist|obliterator|strnum)\//

/** Bytes of a bundle's script, and those that are the AWS SDK and what it brings. */
export function scriptBytes({ outputs }: Metafile): { all: number; sdk: number } {
  const [script] = Object.entries(outputs).filter(([path]) => path.endsWith('.mjs'))
  const inputs = Object.entries(script![1].inputs)
  const sdkBytes = inputs
    .filter(([path]) => sdk.test(path))
    .reduce((sum, [, { bytesInOutput }]) => sum + bytesInOutput, 0)
  return { all: script![1].bytes, sdk: sdkBytes }
}

/** Files of the repository and names of packages and `node:` modules that a bundle holds. */
export function contentsOf({ inputs, outputs }: Metafile): { files: string[]; packages: string[]; external: string[] } {
  const paths = Object.values(outputs).flatMap((output) =>
    Object.entries(output.inputs).flatMap(([path, { bytesInOutput }]) => (bytesInOutput > 0 ? [path] : [])),
  )
  const packages = paths.flatMap((path) => /^.*node_modules\/((?:@[^/]+\/)?[^/]+)/.exec(path)?.[1] ?? [])
  const external = Object.values(inputs).flatMap((input) =>
    input.imports.filter((one) => one.external).map((one) => one.path),
  )
  return {
    files: [...new Set(paths.filter((path) => !path.includes('node_modules/')))],
    packages: [...new Set(packages)],
    external: [...new Set(external)],
  }
}
