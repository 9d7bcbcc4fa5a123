import { language, t } from '../text/text.ts'

/** Changes between Swedish and English without leaving the page. */
export function LanguageSwitch({ onChange, class: name }: { onChange: (next: 'sv' | 'en') => void; class?: string }) {
  const next = language() === 'sv' ? 'en' : 'sv'
  return (
    <button type="button" class={name} lang={next} onClick={() => onChange(next)}>
      {t('shell.otherLanguage')}
    </button>
  )
}
