/** How much a category of personal data demands of whoever handles it. */
export type DataClass = 'ordinary' | 'nationalId' | 'integrity' | 'adminDetention' | 'art9' | 'art10'

/** One code with what the rules need to know of it; its labels stand in `text/{sv,en}/vocabulary.json`. */
export interface Code {
  code: string
  class?: DataClass
  /** The built-in code that a code of the DSO's own counts as in rules. */
  parent?: string
  vulnerable?: boolean
  /** A channel that secret information may not take. */
  insecure?: boolean
  /** Whether a storage place is backed up. */
  backup?: boolean
  retired?: boolean
}

/** `extensible`: the DSO may add codes; the others are fixed by law or by the product itself. */
export interface Vocabulary {
  extensible: boolean
  codes: readonly Code[]
}

/** A vocabulary that the DSO may extend; codes separated by spaces share the attributes. */
export function open(codes: string, attributes: Omit<Code, 'code'> = {}): Vocabulary {
  return { extensible: true, codes: coded(codes, attributes) }
}

/** A vocabulary that stays as it is. */
export function closed(codes: string): Vocabulary {
  return { extensible: false, codes: coded(codes, {}) }
}

/** Several vocabularies as one, in order. */
export function joined(...parts: readonly Vocabulary[]): Vocabulary {
  return { extensible: parts.some((part) => part.extensible), codes: parts.flatMap((part) => part.codes) }
}

function coded(codes: string, attributes: Omit<Code, 'code'>): Code[] {
  return codes.split(' ').map((code) => ({ code, ...attributes }))
}
