import { execFileSync } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'

export const root = resolve(import.meta.dirname, '../..')

/** Every file of the repository, tracked or new but not ignored, as `/`-separated paths from the root, sorted. */
export function repositoryFiles(): string[] {
  const listed = execFileSync('git', ['ls-files', '-co', '--exclude-standard'], { cwd: root, encoding: 'utf8' })
  const paths = listed.split('\n').filter((path) => path && existsSync(join(root, path)))
  return [...new Set(paths)].sort()
}

/** TypeScript files under the given folders. */
export function sourceFiles(...folders: string[]): string[] {
  return repositoryFiles().filter(
    (path) => /\.tsx?$/.test(path) && folders.some((folder) => path.startsWith(`${folder}/`)),
  )
}

/** Text of a file of the repository. */
export function readSource(path: string): string {
  return readFileSync(join(root, path), 'utf8')
}

/** Text of a TypeScript file with its comments blanked out; strings stay. */
export function readCode(path: string): string {
  return withoutComments(readSource(path))
}

/** Source text with comments replaced by nothing; quotes and templates are stepped over whole. */
export function withoutComments(text: string): string {
  const token = /'(?:\\.|[^'\\\n])*'|"(?:\\.|[^"\\\n])*"|`(?:\\.|[^`\\])*`|\/\*[\s\S]*?\*\/|(?<![:\\])\/\/[^\n]*/g
  return text.replace(token, (found) => (found.startsWith('/*') || found.startsWith('//') ? '' : found))
}
