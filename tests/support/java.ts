import { spawnSync } from 'node:child_process'

/** Major version of the `java` on the path; undefined when there is none. */
export function javaMajor(): number | undefined {
  const { stderr } = spawnSync('java', ['-version'], { encoding: 'utf8' })
  const match = /version "(\d+)/.exec(stderr ?? '')
  return match ? Number(match[1]) : undefined
}
