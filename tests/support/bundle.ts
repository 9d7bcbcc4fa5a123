import type { Metafile } from 'esbuild'

const sdk = /node_modules\/(@aws-sdk|@smithy|@aws|@aws-crypto|bowser|fast-xml-parser|mnemonist|obliterator|strnum)\//

/** Bytes of a function's script: all of it, what a cold start loads, and of that what is the AWS SDK. */
export function scriptBytes({ outputs }: Metafile): { all: number; atStart: number; sdk: number } {
  const scripts = Object.entries(outputs).filter(([path]) => path.endsWith('.mjs'))
  const all = scripts.reduce((sum, [, { bytes }]) => sum + bytes, 0)
  const started = startedFiles(outputs).map((path) => outputs[path]!)
  const inputs = started.flatMap((output) => Object.entries(output.inputs))
  const sdkBytes = inputs.filter(([path]) => sdk.test(path)).map(([, { bytesInOutput }]) => bytesInOutput)
  const sum = (numbers: readonly number[]) => numbers.reduce((total, number) => total + number, 0)
  return { all, atStart: sum(started.map(({ bytes }) => bytes)), sdk: sum(sdkBytes) }
}

/** The entry and everything it imports at once. */
function startedFiles(outputs: Metafile['outputs']): string[] {
  const entry = Object.keys(outputs).find((path) => path.endsWith('/index.mjs'))!
  const found = new Set([entry])
  for (const path of found) {
    for (const one of outputs[path]!.imports) {
      if (one.kind === 'import-statement' && !one.external) found.add(one.path)
    }
  }
  return [...found]
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
