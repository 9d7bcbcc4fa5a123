import { questionAt } from '../../functions/processing/form.ts'
import type { Note } from '../api/record.ts'
import { Thread } from '../components/thread.tsx'
import { useNames } from '../directory/names.ts'
import { shortName } from '../questions/question-text.ts'
import { t } from '../text/text.ts'

interface Props {
  notes: readonly Note[]
  /** Where a question is answered; absent when nothing can be changed. */
  address: ((questionId: string) => string) | undefined
}

/** What the coordinator has asked, question by question, with the way to each. */
export function AskedList({ notes, address }: Props) {
  const names = useNames()
  const byQuestion = new Map<string, Note[]>()
  for (const note of notes) {
    const id = questionAt(note.pointer!)!.id
    byQuestion.set(id, [...(byQuestion.get(id) ?? []), note])
  }
  return (
    <section class="fk-sec" aria-labelledby="fragor">
      <header>
        <h2 class="fk-h2" id="fragor">
          {t('filed.asked.heading')}
        </h2>
      </header>
      {[...byQuestion].map(([id, thread]) => (
        <div key={id} class="fk-asked">
          <div class="fk-row" data-end>
            <h3 class="fk-h3">{t('notification.steps.name', { section: id[0], title: shortName(id) })}</h3>
            {address && (
              <a class="fk-go" href={address(id)}>
                {t('filed.asked.answer')}
                <span class="ds-sr-only"> {shortName(id)}</span>
              </a>
            )}
          </div>
          <Thread
            posts={thread.map((note) => ({ id: note.id, who: names.person(note.by), at: note.at, text: note.text }))}
          />
        </div>
      ))}
    </section>
  )
}
