import type { JSX } from 'preact'
import type { OpenConflict } from '../notification/merge.ts'
import { useSession } from '../shell/session.ts'
import { momentText } from '../text/format.ts'
import { t } from '../text/text.ts'

interface Props {
  conflicts: readonly OpenConflict[]
  label: (field: string) => string
  lines: (field: string, value: unknown) => string[]
  person: (id: string) => string
  resolve: (field: string, choice: 'mine' | 'theirs') => void
}

/** The same field changed in two places: both values are shown, and the person chooses. Needs the topic `conflict`. */
export function ConflictPanel({ conflicts, label, lines, person, resolve }: Props): JSX.Element {
  const { person: me } = useSession()
  return (
    <>
      {conflicts.map(({ field, mine, theirs, by, at }) => {
        const who = person(by)
        const isMe = by === me.id
        return (
          <div key={field} class="fk-empty fk-conflict" role="alert">
            <h2 class="fk-h3">
              {t(`conflict.${isMe ? 'own' : 'heading'}`, { who, question: label(field), time: momentText(at) })}
            </h2>
            <p>{t('conflict.text')}</p>
            <div class="fk-cmp fk-cmp--two">
              <div class="fk-cmp__head">{isMe ? t('conflict.other') : t('conflict.theirs', { who })}</div>
              <div class="fk-cmp__head">{t('conflict.mine')}</div>
              <Side lines={lines(field, theirs)} />
              <Side lines={lines(field, mine)} />
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

function Side({ lines }: { lines: readonly string[] }): JSX.Element {
  return (
    <div>
      {lines.length ? lines.map((line) => <p key={line}>{line}</p>) : <p class="fk-dim">{t('conflict.nothing')}</p>}
    </div>
  )
}
