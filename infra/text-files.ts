import { createHash } from 'node:crypto'
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

type Words = { [key: string]: unknown }

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
const reasons = ['why', 'law', 'example']

/** Copies the words of the web to hashed files under `assets/`; gives their names without ending. */
export function copyTexts(root: string, outDir: string): string[] {
  mkdirSync(join(outDir, 'assets'), { recursive: true })
  const files = sourceFiles(root)
  return files.flatMap((file) => {
    const words = JSON.parse(readFileSync(join(root, file), 'utf8')) as Words
    const parts = file.endsWith('/form.json') ? splitForm(file, words) : [[file, words] as const]
    const prefix = folders.find(({ folder }) => file.startsWith(`${folder}/`))?.prefix ?? ''
    return parts.map(([place, part]) => writeWords(outDir, place, prefix, part))
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

/**
 * The reasons behind the questions are read only by those who ask for them, so they stand in a file of their own; the names
 * of the register's own fields (`beside`) are shown on no page.
 */
function splitForm(file: string, words: Words): [string, Words][] {
  const pick = (isReason: boolean): Words =>
    Object.fromEntries(
      Object.entries(words)
        .filter(([id]) => id !== 'beside')
        .map(([id, texts]) => [
          id,
          Object.fromEntries(Object.entries(texts as Words).filter(([key]) => reasons.includes(key) === isReason)),
        ]),
    )
  return [
    [file, pick(false)],
    [file.replace('/form.json', '/form-why.json'), pick(true)],
  ]
}

function writeWords(outDir: string, place: string, prefix: string, words: Words): string {
  const text = JSON.stringify(words)
  const [name, language] = [place.split('/').at(-1)!.replace('.json', ''), place.split('/').at(-2)!]
  const hash = createHash('sha256').update(text).digest('hex').slice(0, 8).toUpperCase()
  const written = `${prefix}${name}-${language}-${hash}`
  writeFileSync(join(outDir, 'assets', `${written}.json`), text)
  return written
}
