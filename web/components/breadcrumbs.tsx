import type { JSX } from 'preact'
import { t } from '../text/text.ts'

/** Way back to the list; the last one is the page itself. */
export function Breadcrumbs({ steps }: { steps: readonly { href: string; label: string }[] }): JSX.Element {
  const first = steps[0]
  return (
    <nav class="ds-breadcrumbs fk-small" aria-label={t('parts.breadcrumbs')}>
      {first && (
        <a class="ds-link" href={first.href}>
          {first.label}
        </a>
      )}
      <ol>
        {steps.map((step, i) => (
          <li key={step.href}>
            <a class="ds-link" href={step.href} aria-current={i === steps.length - 1 ? 'page' : undefined}>
              {step.label}
            </a>
          </li>
        ))}
      </ol>
    </nav>
  )
}
