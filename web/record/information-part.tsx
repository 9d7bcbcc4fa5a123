import type { JSX } from 'preact'
import type { ActivityRecord } from '../api/activities.ts'
import { useWords } from '../answers/words.ts'
import { Icon } from '../components/icon.tsx'
import { announce } from '../shell/announcer.tsx'
import { t } from '../text/text.ts'
import { informationText } from './information.ts'

/** The information text as a draft to copy, never as something that is published by itself. */
export function InformationPart({ record }: { record: ActivityRecord }): JSX.Element {
  const words = useWords()
  const paragraphs = informationText(record.data, words)
  const copy = async (): Promise<void> => {
    const text = paragraphs.map((each) => [each.heading, ...each.lines].join('\n')).join('\n\n')
    try {
      await navigator.clipboard.writeText(text)
      announce(t('information.copied'))
    } catch {
      announce(t('information.notCopied'))
    }
  }
  return (
    <section class="fk-sec" data-first aria-labelledby="information">
      <header>
        <h2 class="fk-h2" id="information">
          {t('information.heading')}
        </h2>
        <button type="button" class="ds-button fk-btn-s" data-variant="secondary" onClick={() => void copy()}>
          <Icon name="link" />
          {t('information.copy')}
        </button>
      </header>
      <p class="fk-dim fk-small">{t('information.help')}</p>
      <div class="fk-prose fk-mt">
        {paragraphs.map((paragraph) => (
          <div key={paragraph.heading}>
            <h3 class="fk-h3">{paragraph.heading}</h3>
            {paragraph.lines.map((line, i) => (
              <p key={i} class="fk-pre">
                {line}
              </p>
            ))}
          </div>
        ))}
      </div>
    </section>
  )
}
