export type Language = 'sv' | 'en'

/** Every topic of words: a file of `web/text` or the `text` of a service; `form-why` is what the build takes out of `form`. */
export const topics = [
  'shell',
  'parts',
  'sign-in',
  'start',
  'notification',
  'triage',
  'filed',
  'conflict',
  'form',
  'form-why',
  'vocabulary',
  'suggestions',
  'requirements',
  'answers',
  'lists',
  'register',
  'record',
  'review',
  'admin',
  'help',
  'overview',
  'compare',
  'moves',
  'information',
  'search',
  'assets',
  'asset-record',
  'asset-form',
  'asset-fields',
  'asset-states',
  'asset-vocabulary',
  'intake',
] as const

export type Topic = (typeof topics)[number]
