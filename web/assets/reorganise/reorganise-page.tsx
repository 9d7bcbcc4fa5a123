import type { JSX } from 'preact'
import { useLocation } from 'preact-iso/router'
import { useState } from 'preact/hooks'
import { now } from '../../api/clock.ts'
import { TextArea } from '../../components/text-area.tsx'
import { TextInput } from '../../components/text-input.tsx'
import { orgUnits } from '../../directory/org-units.ts'
import { useLoad } from '../../loading/use-load.ts'
import { RefField } from '../../pickers/ref-field.tsx'
import { useTitle } from '../../router/title.ts'
import { Main } from '../../shell/main.tsx'
import { dayOf } from '../../text/format.ts'
import { t } from '../../text/text.ts'
import { BulkSteps } from '../bulk/bulk-steps.tsx'
import { useBulk } from '../bulk/use-bulk.ts'

interface Errors {
  from?: string
  to?: string
}

/** Everything that one unit uses goes to another, from a date: looked at first, then done. */
export function ReorganisePage(): JSX.Element {
  useTitle([t('asset-work.move.heading')])
  const { route } = useLocation()
  const { data: units = [] } = useLoad('units', orgUnits)
  const [from, setFrom] = useState<string>()
  const [to, setTo] = useState<string>()
  const [at, setAt] = useState(dayOf(now()))
  const [comment, setComment] = useState('')
  const [errors, setErrors] = useState<Errors>({})
  const bulk = useBulk('/api/assets/reorganisation')
  const look = (): void => {
    const found: Errors = {
      ...(from ? {} : { from: t('asset-work.move.needFrom') }),
      ...(to ? {} : { to: t('asset-work.move.needTo') }),
      ...(from && from === to ? { to: t('asset-work.move.same') } : {}),
    }
    setErrors(found)
    if (Object.keys(found).length) return
    bulk.look({ from, to, at, ...(comment.trim() ? { comment: comment.trim() } : {}) })
  }
  const text = (name: keyof Errors) => ({
    label: t(`asset-work.move.${name}`),
    ...(errors[name] ? { error: errors[name] } : {}),
  })
  return (
    <Main size="sm" wide>
      <h1 class="fk-h1">{t('asset-work.move.heading')}</h1>
      <p class="fk-prose">{t('asset-work.move.text')}</p>
      <BulkSteps bulk={bulk} onLook={look} onClose={() => route('/tillgangar')}>
        <RefField pointer="/from" text={text('from')} kind="orgUnit" units={units} value={from} onChange={setFrom} />
        <RefField pointer="/to" text={text('to')} kind="orgUnit" units={units} value={to} onChange={setTo} />
        <TextInput
          type="date"
          label={t('asset-work.move.at')}
          help={t('asset-work.move.atHelp')}
          value={at}
          onInput={setAt}
        />
        <TextArea label={t('assets.bulk.comment')} value={comment} onInput={setComment} rows={2} />
      </BulkSteps>
    </Main>
  )
}
