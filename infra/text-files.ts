import { createHash } from 'node:crypto'
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { partWords, type Words } from './part-words.ts'

/** Words of the server alone. */
const notShown = ['findings', 'import', 'legal-source', 'states', 'workflow']
/** Where words stand, which files are for the web, and what begins the name of their topic. */
const folders: { folder: string; shown: (topic: string) => boolean; prefix: string }[] = [
  { folder: 'web', shown: () => true, prefix: '' },
  { folder: 'functions/processing', shown: (topic) => !notShown.includes(topic), prefix: '' },
  {
    folder: 'functions/assets',
    shown: (topic) => ['fields', 'states', 'vocabulary'].includes(topic),
    prefix: 'asset-',
  },
  { folder: 'functions/suppliers', shown: (topic) => ['fields', 'vocabulary'].includes(topic), prefix: 'supplier-' },
]

/** Copies the words of the web to hashed files under `assets/`; gives their names without ending. */
export function copyTexts(root: string, outDir: string): string[] {
  mkdirSync(join(outDir, 'assets'), { recursive: true })
  const files = sourceFiles(root)
  return files.flatMap((file) => {
    const words = JSON.parse(readFileSync(join(root, file), 'utf8')) as Words
    const prefix = folders.find(({ folder }) => file.startsWith(`${folder}/`))?.prefix ?? ''
    return partWords(file, words).map(([place, part]) => writeWords(outDir, place, prefix, part))
  })
}

function sourceFiles(root: string): string[] {
  return folders.flatMap(({ folder, shown }) =>
    ['sv', 'en'].flatMap((language) =>
      readdirSync(join(root, folder, 'text', language))
        .filter((name) => shown(name.replace('.json', '')))
        .map((name) => `${folder}/text/${language}/${name}`),
    ),
  )
}

function writeWords(outDir: string, place: string, prefix: string, words: Words): string {
  const text = JSON.stringify(words)
  const [name, language] = [place.split('/').at(-1)!.replace('.json', ''), place.split('/').at(-2)!]
  const hash = createHash('sha256').update(text).digest('hex').slice(0, 8).toUpperCase()
  const written = `${prefix}${name}-${language}-${hash}`
  writeFileSync(join(outDir, 'assets', `${written}.json`), text)
  return written
}
