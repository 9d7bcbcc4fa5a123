/** What one request knows of the world; nothing under `register/` reads a clock or an id source itself. */
export interface Context {
  /** RFC 3339 UTC. */
  now: string
  /** Calendar day in Europe/Stockholm, `YYYY-MM-DD`. */
  today: string
  /** Codes that the data protection officer has added to the vocabularies, by vocabulary. */
  codes?: { readonly [vocabulary: string]: readonly ExtensionCode[] }
}

export interface ExtensionCode {
  code: string
  class?: string
  parent?: string
  retired?: boolean
}
