import { Problem } from '../api/problem.ts'
import { t } from '../text/text.ts'

/** What went wrong, as the server says it, or in our own words when it could not be asked. */
export function sentenceOf(error: unknown): string {
  if (!(error instanceof Problem) || error.status >= 500) return t('parts.trouble.server.text')
  if (error.status === 0) return t('parts.trouble.offline.text')
  const { errors = [], missing = [], detail, title } = error.body
  return [...errors, ...missing].find((each) => each.detail)?.detail ?? detail ?? title
}
