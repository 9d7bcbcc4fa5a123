import type { JSX } from 'preact'
import { informationText, type InformationTexts } from '../../functions/processing/information-text.ts'
import type { ActivityRecord } from '../api/activities.ts'
import { ownCodes, useWords } from '../answers/words.ts'
import { Icon } from '../components/icon.tsx'
import { Waiting } from '../components/waiting.tsx'
import { Trouble } from '../loading/trouble.tsx'
import { useLoad } from '../loading/use-load.ts'
import { announce } from '../shell/announcer.tsx'
import { readTexts } from '../text/read-texts.ts'
import { language, t } from '../text/text.ts'

/** The information text as a draft to copy, never as something that is published by itself. */
export function InformationPart({ record }: { record: ActivityRecord }): JSX.Element {
  const words = useWords()
  const { data: texts, error, reload } = useLoad(language(), readInformationTexts)
  if (error !== undefined) return <Trouble error={error} retry={reload} />
  if (!texts) return <Waiting lines={8} />
  const { data } = record
  const sections = informationText(data, { codes: ownCodes() }, texts, {
    controller: data.contacts?.controller ?? (words.unit(data.controllerOrgUnitId) || undefined),
    dpoContact: words.person(data.contacts?.dpoPersonId) || undefined,
  })
  const copy = async (): Promise<void> => {
    const text = sections.map((each) => [each.heading, ...each.lines].join('\n')).join('\n\n')
    try {
      await navigator.clipboard.writeText(text)
      announce(t('record.information.copied'))
    } catch {
      announce(t('record.information.notCopied'))
    }
  }
  return (
    <section class="fk-sec" data-first aria-labelledby="information">
      <header>
        <h2 class="fk-h2" id="information">
          {t('record.information.heading')}
        </h2>
        {sections.length > 0 && (
          <button type="button" class="ds-button fk-btn-s" data-variant="secondary" onClick={() => void copy()}>
            <Icon name="link" />
            {t('record.information.copy')}
          </button>
        )}
      </header>
      <p class="fk-dim fk-small">{t(sections.length ? 'record.information.help' : 'record.information.none')}</p>
      <div class="fk-prose fk-mt">
        {sections.map((section) => (
          <div key={section.heading}>
            <h3 class="fk-h3">{section.heading}</h3>
            {section.lines.map((line, i) => (
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

async function readInformationTexts(): Promise<InformationTexts> {
  const topics = ['information', 'vocabulary', 'data-vocabulary'] as const
  const [information, vocabulary, ofData] = await Promise.all(topics.map((topic) => readTexts(topic, language())))
  return { information: information!, vocabulary: { ...vocabulary, ...ofData } }
}
