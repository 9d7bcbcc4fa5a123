export type Language = 'sv' | 'en'

type Load = () => Promise<{ default: unknown }>

/** Every file of words, by topic and language; a page names the topics it needs. */
export const topics = {
  shell: {
    sv: () => import('./sv/shell.json', { with: { type: 'json' } }),
    en: () => import('./en/shell.json', { with: { type: 'json' } }),
  },
  parts: {
    sv: () => import('./sv/parts.json', { with: { type: 'json' } }),
    en: () => import('./en/parts.json', { with: { type: 'json' } }),
  },
  'sign-in': {
    sv: () => import('./sv/sign-in.json', { with: { type: 'json' } }),
    en: () => import('./en/sign-in.json', { with: { type: 'json' } }),
  },
  start: {
    sv: () => import('./sv/start.json', { with: { type: 'json' } }),
    en: () => import('./en/start.json', { with: { type: 'json' } }),
  },
  notification: {
    sv: () => import('./sv/notification.json', { with: { type: 'json' } }),
    en: () => import('./en/notification.json', { with: { type: 'json' } }),
  },
  form: {
    sv: () => import('../../functions/processing/text/sv/form.json', { with: { type: 'json' } }),
    en: () => import('../../functions/processing/text/en/form.json', { with: { type: 'json' } }),
  },
  vocabulary: {
    sv: () => import('../../functions/processing/text/sv/vocabulary.json', { with: { type: 'json' } }),
    en: () => import('../../functions/processing/text/en/vocabulary.json', { with: { type: 'json' } }),
  },
  suggestions: {
    sv: () => import('../../functions/processing/text/sv/suggestions.json', { with: { type: 'json' } }),
    en: () => import('../../functions/processing/text/en/suggestions.json', { with: { type: 'json' } }),
  },
  requirements: {
    sv: () => import('../../functions/processing/text/sv/requirements.json', { with: { type: 'json' } }),
    en: () => import('../../functions/processing/text/en/requirements.json', { with: { type: 'json' } }),
  },
  answers: {
    sv: () => import('./sv/answers.json', { with: { type: 'json' } }),
    en: () => import('./en/answers.json', { with: { type: 'json' } }),
  },
  register: {
    sv: () => import('./sv/register.json', { with: { type: 'json' } }),
    en: () => import('./en/register.json', { with: { type: 'json' } }),
  },
  record: {
    sv: () => import('./sv/record.json', { with: { type: 'json' } }),
    en: () => import('./en/record.json', { with: { type: 'json' } }),
  },
  review: {
    sv: () => import('./sv/review.json', { with: { type: 'json' } }),
    en: () => import('./en/review.json', { with: { type: 'json' } }),
  },
  admin: {
    sv: () => import('./sv/admin.json', { with: { type: 'json' } }),
    en: () => import('./en/admin.json', { with: { type: 'json' } }),
  },
  help: {
    sv: () => import('./sv/help.json', { with: { type: 'json' } }),
    en: () => import('./en/help.json', { with: { type: 'json' } }),
  },
  overview: {
    sv: () => import('./sv/overview.json', { with: { type: 'json' } }),
    en: () => import('./en/overview.json', { with: { type: 'json' } }),
  },
  compare: {
    sv: () => import('./sv/compare.json', { with: { type: 'json' } }),
    en: () => import('./en/compare.json', { with: { type: 'json' } }),
  },
  moves: {
    sv: () => import('./sv/moves.json', { with: { type: 'json' } }),
    en: () => import('./en/moves.json', { with: { type: 'json' } }),
  },
  information: {
    sv: () => import('./sv/information.json', { with: { type: 'json' } }),
    en: () => import('./en/information.json', { with: { type: 'json' } }),
  },
  search: {
    sv: () => import('./sv/search.json', { with: { type: 'json' } }),
    en: () => import('./en/search.json', { with: { type: 'json' } }),
  },
} as const satisfies { [topic: string]: { [language in Language]: Load } }

export type Topic = keyof typeof topics
