import type { JSX } from 'preact'
import { useLocation } from 'preact-iso/router'
import { useState } from 'preact/hooks'
import { question } from '../../functions/processing/form.ts'
import { addComment, moveActivity, type ActivityRecord } from '../api/activities.ts'
import { Icon } from '../components/icon.tsx'
import { MenuList } from '../components/menu-list.tsx'
import { Menu } from '../components/menu.tsx'
import { questionLabel } from '../answers/answers.tsx'
import { MoveDialog } from '../moves/move-dialog.tsx'
import { announce } from '../shell/announcer.tsx'
import { t } from '../text/text.ts'
import { decisionsOf, type Decision } from './decisions.ts'
import { pointerOf } from './question-pointer.ts'
import { RegisterDialog } from './register-dialog.tsx'

interface Props {
  record: ActivityRecord
  /** Question ids with what is asked there, not sent yet. */
  asking: readonly [string, string][]
  onAsked: () => void
  onChange: () => void
}

/** What may be decided now; the primary button follows what has been written. */
export function DecisionBar({ record, asking, onAsked, onChange }: Props): JSX.Element | null {
  const [open, setOpen] = useState<string>()
  const { route } = useLocation()
  const { primary, secondary, more } = decisionsOf(record.allowed, asking.length)
  if (!primary) return null
  const sendQuestions = async (): Promise<void> => {
    for (const [id, text] of asking) await addComment(record.id, { text, pointer: pointerOf(question(id)) })
    onAsked()
  }
  const done = (): void => {
    setOpen(undefined)
    route('/granska')
  }
  const take = async (): Promise<void> => {
    try {
      await moveActivity(record.id, record.revision, { transition: 'take' })
      announce(t('review.taken'))
    } finally {
      onChange()
    }
  }
  const press = (name: string): void => {
    if (name === 'take') void take().catch(() => announce(t('moves.changed')))
    else setOpen(name)
  }
  const hrefOf = (id: string): string => `#q-${id.toLowerCase()}`
  return (
    <div class="fk-bar" role="group" aria-label={t('review.decision')}>
      <DecisionButton name={primary} variant="primary" asking={asking.length} onPress={press} />
      {secondary && <DecisionButton name={secondary} variant="secondary" asking={asking.length} onPress={press} />}
      {more.length > 0 && (
        <Menu label={t('record.action.more')} up start>
          <MenuList
            items={more.map((name) => ({ label: t(`review.decide.${name}`), onSelect: () => setOpen(name) }))}
          />
        </Menu>
      )}
      {asking.length > 0 && <span class="fk-dim fk-small fk-end">{t('review.unsent', { count: asking.length })}</span>}
      {open === 'register' && (
        <RegisterDialog record={record} hrefOf={hrefOf} onDone={done} onClose={() => setOpen(undefined)} />
      )}
      {open !== undefined && open !== 'register' && (
        <MoveDialog
          record={record}
          transition={open}
          hrefOf={hrefOf}
          before={open === 'return' ? sendQuestions : undefined}
          onDone={done}
          onClose={() => setOpen(undefined)}
        >
          {open === 'return' && asking.length > 0 && (
            <div>
              <p>{t('review.goesAlong', { count: asking.length })}</p>
              <ul class="ds-list fk-small">
                {asking.map(([id]) => (
                  <li key={id}>
                    <b>{questionLabel(question(id))}</b>
                  </li>
                ))}
              </ul>
            </div>
          )}
        </MoveDialog>
      )}
    </div>
  )
}

interface ButtonProps {
  name: Decision
  variant: 'primary' | 'secondary'
  asking: number
  onPress: (name: string) => void
}

function DecisionButton({ name, variant, asking, onPress }: ButtonProps): JSX.Element {
  const label = name === 'return' && asking > 0 ? t('review.returnWith', { count: asking }) : t(`review.decide.${name}`)
  return (
    <button type="button" class="ds-button" data-variant={variant} onClick={() => onPress(name)}>
      {name === 'return' && <Icon name="undo" />}
      {(name === 'take' || name === 'register') && <Icon name="check" />}
      {label}
      {name === 'forward' && <Icon name="forward" />}
    </button>
  )
}
