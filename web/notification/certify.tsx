import { useState } from 'preact/hooks'
import { needsAttestation } from '../../functions/processing/traits.ts'
import { Icon } from '../components/icon.tsx'
import { coordinatorOf } from '../directory/coordinator.ts'
import { useNames } from '../directory/names.ts'
import { nearest } from '../directory/unit-path.ts'
import { CheckBox } from '../fields/check-box.tsx'
import { TextField } from '../fields/text-field.tsx'
import { useLoad } from '../loading/use-load.ts'
import { questionText } from '../questions/question-text.ts'
import { rich } from '../text/rich.tsx'
import { t } from '../text/text.ts'
import { useForm } from './form-scope.ts'

interface Props {
  state: string
  sending: boolean
  onSend: (comment: string) => void
}

const sends: { [state: string]: string } = { returned: 'sendAgain', revision: 'sendChange' }

/** Part K: certify and send, with what happens next beside it. */
export function Certify({ state, sending, onSend }: Props) {
  const form = useForm()
  const [comment, setComment] = useState('')
  const [asked, setAsked] = useState(false)
  const certified = form.data.initiatorStatement === true
  const again = state === 'returned' || state === 'revision'
  function send(): void {
    setAsked(true)
    if (certified) onSend(comment.trim())
    else document.getElementById('intyga')?.focus()
  }
  return (
    <section class="fk-sec" aria-labelledby="rubrik-K">
      <header>
        <h2 class="fk-h2" id="rubrik-K">
          {t('notification.steps.name', { section: 'K', title: t('form.sections.K.title') })}
        </h2>
      </header>
      <div class="fk-split" data-slim>
        <div class="fk-stack">
          {asked && !certified && (
            <p class="ds-validation-message" id="intyga-fel">
              {t('check.certify')}
            </p>
          )}
          <CheckBox
            id="intyga"
            label={questionText('K1').label}
            checked={certified}
            {...(asked && !certified ? { describedBy: 'intyga-fel' } : {})}
            onChange={(on) => form.set('/initiatorStatement', on || undefined)}
          />
          {again && (
            <TextField
              pointer="/kommentar"
              text={{ label: t('check.comment'), help: t(`check.commentHelp.${state}`) }}
              lines={2}
              value={comment}
              onChange={(text) => setComment(text ?? '')}
            />
          )}
          <div class="fk-row fk-mt">
            <button
              type="button"
              class="ds-button"
              data-variant="primary"
              aria-busy={sending || undefined}
              onClick={send}
            >
              <Icon name="send" />
              {t(`check.${sends[state] ?? 'send'}`)}
            </button>
            <button type="button" class="ds-button" data-variant="tertiary" onClick={() => print()}>
              <Icon name="print" />
              {t('check.print')}
            </button>
          </div>
        </div>
        <Next />
      </div>
    </section>
  )
}

function Next() {
  const { data, context, units } = useForm()
  const names = useNames()
  const administration = nearest(units, data.orgUnitId, 'administration')?.data.name
  const { data: coordinator } = useLoad(data.orgUnitId, () => coordinatorOf(data.orgUnitId))
  const manager = names.person(data.responsibleManagerId) || t('check.next.manager')
  return (
    <div class="fk-panel" data-size="sm">
      <h3 class="fk-h3">{t('check.next.heading')}</h3>
      <ol class="fk-next">
        <li>{t('check.next.number')}</li>
        {needsAttestation(data, context.codes) && <li>{rich('check.next.attest', { manager: <b>{manager}</b> })}</li>}
        <li>
          {coordinator
            ? rich('check.next.coordinatorNamed', { name: <b>{coordinator.name}</b> })
            : administration
              ? rich('check.next.coordinatorOf', { administration: <b>{administration}</b> })
              : t('check.next.coordinator')}
        </li>
        <li>{t('check.next.dpo')}</li>
      </ol>
    </div>
  )
}
