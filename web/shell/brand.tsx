import { t } from '../text/text.ts'

/** The word mark, which leads home. */
export function Brand() {
  return (
    <a class="fk-brand" href="/">
      <svg viewBox="0 0 26 26" aria-hidden="true">
        <path d="M3 2h20v4.5H7.5V11H17v4.5H7.5V24H3z" fill="currentColor" />
        <circle cx="20.5" cy="21" r="3.5" fill="#f2b544" />
      </svg>
      {t('shell.name')}
    </a>
  )
}
