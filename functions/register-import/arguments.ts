import { parseArgs } from 'node:util'

/** What the command was asked to do. */
export interface ImportArguments {
  file: string
  source: string
  apply: boolean
  /** User id of the person who makes the drafts. */
  person: string
  mapping?: string
  json: boolean
  language: 'sv' | 'en'
}

/** The command line understood; undefined when it is not one. The data protection officer makes the drafts unless told. */
export function importArguments(args: readonly string[]): ImportArguments | undefined {
  try {
    const { values, positionals } = parseArgs({
      args: [...args],
      allowPositionals: true,
      options: {
        source: { type: 'string' },
        apply: { type: 'boolean', default: false },
        as: { type: 'string', default: 'dso' },
        mapping: { type: 'string' },
        json: { type: 'boolean', default: false },
        language: { type: 'string', default: 'sv' },
      },
    })
    const [file] = positionals
    const { source, mapping } = values
    if (!file || positionals.length > 1 || !source?.trim() || source.length > 200) return undefined
    return {
      file,
      source: source.trim(),
      apply: values.apply,
      person: values.as,
      ...(mapping && { mapping }),
      json: values.json,
      language: values.language === 'en' ? 'en' : 'sv',
    }
  } catch {
    return undefined
  }
}
