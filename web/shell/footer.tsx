import { t } from '../text/text.ts'

const pages = ['help', 'shortcuts', 'accessibility', 'privacy'] as const

/** The foot of every page behind sign-in. */
export function Footer() {
  return (
    <footer class="fk-foot" data-size="sm">
      <div class="fk-wrap">
        <ul class="fk-plain">
          {pages.map((key) => (
            <li key={key}>
              <a class="ds-link" href={t(`shell.foot.${key}.href`)}>
                {t(`shell.foot.${key}.label`)}
              </a>
            </li>
          ))}
        </ul>
      </div>
    </footer>
  )
}
