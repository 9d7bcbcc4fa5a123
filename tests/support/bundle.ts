import type { Metafile } from 'esbuild'

const sdk = /node_modules\/(@aws-sdk|@smithy|@aws|@aws-crypto|bowser|fast-xml-parser|mnemonist|obliterator|strnum)\//

interface ScriptBytes {
  all: number
  /** All of it but the AWS SDK. */
  allOwn: number
  /** What a cold start loads. */
  atStart: number
  atStartOwn: number
}

/** Bytes of a function's script. */
export function scriptBytes({ outputs }: Metafile): ScriptBytes {
  const scripts = Object.keys(outputs).filter((path) => path.endsWith('.mjs'))
  const started = startedFiles(outputs)
  const bytesOf = (paths: readonly string[]) => paths.reduce((sum, path) => sum + outputs[path]!.bytes, 0)
  const sdkIn = (paths: readonly string[]) =>
    paths
      .flatMap((path) => Object.entries(outputs[path]!.inputs))
      .reduce((sum, [path, { bytesInOutput }]) => sum + (sdk.test(path) ? bytesInOutput : 0), 0)
  return {
    all: bytesOf(scripts),
    allOwn: bytesOf(scripts) - sdkIn(scripts),
    atStart: bytesOf(started),
    atStartOwn: bytesOf(started) - sdkIn(started),
  }
}

/** The entry and everything it imports at once. */
export function startedFiles(outputs: Metafile['outputs']): string[] {
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
