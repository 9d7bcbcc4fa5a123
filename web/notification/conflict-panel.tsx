import { activityFields, questionAt } from '../../functions/processing/form.ts'
import { valueLines } from '../answers/value.ts'
import { useWords } from '../answers/words.ts'
import { shortName } from '../questions/question-text.ts'
import { useSession } from '../shell/session.ts'
import { momentText } from '../text/format.ts'
import { t } from '../text/text.ts'
import type { DraftView } from './draft.ts'

export interface ConflictProps {
  view: DraftView
  resolve: (field: string, choice: 'mine' | 'theirs') => void
}

/** The same answer changed in two places: both are shown, and the person chooses. */
export function ConflictPanel({ view, resolve }: ConflictProps) {
  const words = useWords()
  const { person } = useSession()
  return (
    <>
      {view.conflicts.map(({ field, mine, theirs, by, at }) => {
        const name = shortName(questionAt(`/${field}`)?.id ?? '')
        const shape = activityFields.find((entry) => entry.name === field)
        const lines = (value: unknown) => (shape ? valueLines(shape, value, words) : [])
        const who = words.person(by)
        const isMe = by === person.id
        return (
          <div key={field} class="fk-empty fk-conflict" role="alert">
            <h2 class="fk-h3">
              {t(`conflict.${isMe ? 'own' : 'heading'}`, { who, question: name, time: momentText(at) })}
            </h2>
            <p>{t('conflict.text')}</p>
            <div class="fk-cmp fk-cmp--two">
              <div class="fk-cmp__head">{isMe ? t('conflict.other') : t('conflict.theirs', { who })}</div>
              <div class="fk-cmp__head">{t('conflict.mine')}</div>
              <Side lines={lines(theirs)} />
              <Side lines={lines(mine)} />
            </div>
            <div class="fk-row">
              <button type="button" class="ds-button" data-variant="primary" onClick={() => resolve(field, 'mine')}>
                {t('conflict.useMine')}
              </button>
              <button type="button" class="ds-button" data-variant="secondary" onClick={() => resolve(field, 'theirs')}>
                {isMe ? t('conflict.useOther') : t('conflict.useTheirs', { who })}
              </button>
            </div>
          </div>
        )
      })}
    </>
  )
}

function Side({ lines }: { lines: readonly string[] }) {
  return (
    <div>
      {lines.length ? lines.map((line) => <p key={line}>{line}</p>) : <p class="fk-dim">{t('conflict.nothing')}</p>}
    </div>
  )
}
