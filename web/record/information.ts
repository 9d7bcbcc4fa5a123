import type { ActivityData } from '../../functions/processing/data.ts'
import { question } from '../../functions/processing/form.ts'
import { answerOf } from '../answers/answer.ts'
import type { Words } from '../answers/words.ts'
import { listText } from '../text/format.ts'
import { t } from '../text/text.ts'

/** One paragraph of the information text, under its heading. */
export interface Paragraph {
  heading: string
  lines: string[]
}

/**
 * A draft of the text that the data subjects are given (DSF 13-14, domain 10.12), from what the record answers.
 * A part without an answer says what has to be added, so that nothing required is left out in silence.
 */
export function informationText(data: ActivityData, words: Words): Paragraph[] {
  const lines = (id: string): string[] => answerOf(question(id), data, words).lines
  const sentence = (id: string): string => lines(id).join('. ')
  const controller =
    data.contacts?.controller ??
    (words.unit(data.controllerOrgUnitId) || listText((data.onBehalfOf ?? []).map((each) => each.name)))
  const officer = words.person(data.contacts?.dpoPersonId)
  const fill = (key: string, text: string, params: { [name: string]: string } = {}): string[] =>
    text
      ? [t(`information.${key}.text`, { text, ...params })]
      : [t('information.toAdd', { what: t(`information.${key}.missing`) })]
  const paragraph = (key: string, content: string[]): Paragraph => ({
    heading: t(`information.${key}.heading`),
    lines: content,
  })
  return [
    paragraph('who', fill('who', controller)),
    paragraph(
      'why',
      fill(
        'why',
        (data.purposes ?? [])
          .map((purpose) => purpose.text)
          .filter(Boolean)
          .join(' '),
      ),
    ),
    paragraph('basis', [...fill('basis', sentence('B3')), ...lines('B4')]),
    paragraph('data', fill('data', sentence('D1'), { source: sentence('B6') })),
    paragraph('recipients', fill('recipients', [sentence('F1'), sentence('F2')].filter(Boolean).join('. '))),
    ...(data.thirdCountryTransfer === 'yes' ? [paragraph('transfers', fill('transfers', sentence('F4')))] : []),
    paragraph('retention', fill('retention', sentence('G1'))),
    ...(data.automatedDecisions === 'full' || data.profiling
      ? [paragraph('automated', fill('automated', sentence('E6')))]
      : []),
    paragraph('rights', [t('information.rights.text'), ...lines('I5')]),
    paragraph('officer', officer ? [t('information.officer.text', { text: officer })] : fill('officer', '')),
    paragraph('complaint', [t('information.complaint.text')]),
  ]
}
