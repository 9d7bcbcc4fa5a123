import { describe, expect, it } from 'vitest'
import { readSource } from '../support/source-files.ts'
import vulnerable from './known-vulnerable.json' with { type: 'json' }

interface Locked {
  version?: string
  dev?: boolean
  optional?: boolean
  hasInstallScript?: boolean
}

const lock = JSON.parse(readSource('package-lock.json')) as { packages: { [path: string]: Locked } }
const manifest = JSON.parse(readSource('package.json')) as { [group: string]: { [name: string]: string } }
const installed = Object.entries(lock.packages)
  .filter(([path]) => path.startsWith('node_modules/'))
  .map(([path, locked]) => ({ ...locked, name: path.slice(path.lastIndexOf('node_modules/') + 13) }))

/** Negative when version a is older than b; pre-release tags are ignored. */
function compareVersions(a: string, b: string): number {
  const parts = (version: string) => version.split(/[.-]/).slice(0, 3).map(Number)
  const [left, right] = [parts(a), parts(b)]
  const at = left.findIndex((part, index) => part !== right[index])
  return at < 0 ? 0 : left[at]! - right[at]!
}

/** Installed versions inside the affected ranges of the list, as `name version: advisory`. */
function affected(packages: readonly { name: string; version?: string }[]): string[] {
  return packages.flatMap(({ name, version }) =>
    vulnerable
      .filter((one) => one.name === name && version !== undefined)
      .filter((one) => compareVersions(version!, one.from) >= 0 && compareVersions(version!, one.fixed) < 0)
      .map((one) => `${name} ${version}: ${one.advisory}`),
  )
}

describe('dependencies', () => {
  it('are pinned to exact versions', () => {
    const groups = ['dependencies', 'devDependencies', 'optionalDependencies'].map((group) => manifest[group] ?? {})
    const loose = groups.flatMap((group) =>
      Object.entries(group).filter(([, version]) => !/^\d+\.\d+\.\d+$/.test(version)),
    )
    expect(loose).toEqual([])
  })

  it('run no install script in production', () => {
    expect(installed.filter(({ dev, hasInstallScript }) => hasInstallScript && !dev)).toEqual([])
  })

  it('are few: at most 20 direct ones at run time', () => {
    expect(Object.keys(manifest.dependencies!).length).toBeLessThanOrEqual(20)
  })

  it('have no version on the list of known vulnerable ones', () => {
    expect(affected(installed)).toEqual([])
  })

  it('would be caught on the list, at the edges of its ranges', () => {
    const [first] = vulnerable
    expect(affected([{ name: first!.name, version: first!.from }])).toHaveLength(1)
    expect(affected([{ name: first!.name, version: first!.fixed }])).toEqual([])
  })
})
