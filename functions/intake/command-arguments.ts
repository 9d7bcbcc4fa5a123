import { parseArgs } from 'node:util'
import type { Language } from './target.ts'

/** What the command was asked to do. */
export interface CommandArguments {
  file: string
  kind: string
  source: string
  apply: boolean
  /** Goes on although more than half of the records would be changed. */
  confirm: boolean
  /** The file names everything that the source has. */
  whole: boolean
  /** User id of the person in whose name it is done. */
  person: string
  mapping?: string
  json: boolean
  language: Language
}

const keepers: { readonly [kind: string]: string } = { equipment: 'it', medicalDevice: 'mt', application: 'it' }

/** The command line understood; undefined when it is not one. The keeper of the kind reads it in unless told. */
export function commandArguments(args: readonly string[]): CommandArguments | undefined {
  try {
    const { values, positionals } = parseArgs({
      args: [...args],
      allowPositionals: true,
      options: {
        source: { type: 'string' },
        kind: { type: 'string', default: 'equipment' },
        apply: { type: 'boolean', default: false },
        confirm: { type: 'boolean', default: false },
        whole: { type: 'boolean', default: false },
        as: { type: 'string' },
        mapping: { type: 'string' },
        json: { type: 'boolean', default: false },
        language: { type: 'string', default: 'sv' },
      },
    })
    const [file] = positionals
    const { source, mapping, kind } = values
    const keeper = keepers[kind]
    if (!file || positionals.length > 1 || !keeper || !source || !/^[\p{L}\p{N}][\p{L}\p{N}._-]{0,53}$/u.test(source))
      return undefined
    return {
      file,
      kind,
      source,
      apply: values.apply,
      confirm: values.confirm,
      whole: values.whole,
      person: values.as ?? keeper,
      ...(mapping && { mapping }),
      json: values.json,
      language: values.language === 'en' ? 'en' : 'sv',
    }
  } catch {
    return undefined
  }
}
