import type { JSX } from 'preact'
import { useLocation } from 'preact-iso/router'
import { useState } from 'preact/hooks'
import { now } from '../../api/clock.ts'
import { TextArea } from '../../components/text-area.tsx'
import { TextInput } from '../../components/text-input.tsx'
import { withNames } from '../../directory/names.ts'
import { orgUnits } from '../../directory/org-units.ts'
import { useLoad } from '../../loading/use-load.ts'
import { RefField } from '../../pickers/ref-field.tsx'
import { useTitle } from '../../router/title.ts'
import { Main } from '../../shell/main.tsx'
import { dateText, dayOf } from '../../text/format.ts'
import { t } from '../../text/text.ts'
import { BulkSteps, sentenceOf } from '../bulk/bulk-steps.tsx'
import { useBulk } from '../bulk/use-bulk.ts'
import { planMove, readPlans } from './plan.ts'
import { PlansPart } from './plans-part.tsx'

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
  const [planned, setPlanned] = useState<string>()
  const [problem, setProblem] = useState<string>()
  const bulk = useBulk('/api/assets/reorganisation')
  const plans = useLoad('reorganisations', () => withNames(readPlans()))
  const move = { from, to, at, ...(comment.trim() ? { comment: comment.trim() } : {}) }
  const ahead = at > dayOf(now())
  const look = (): void => {
    const found: Errors = {
      ...(from ? {} : { from: t('asset-work.move.needFrom') }),
      ...(to ? {} : { to: t('asset-work.move.needTo') }),
      ...(from && from === to ? { to: t('asset-work.move.same') } : {}),
    }
    setErrors(found)
    if (Object.keys(found).length) return
    setPlanned(undefined)
    setProblem(undefined)
    bulk.look(move)
  }
  const plan = async (): Promise<void> => {
    if (!bulk.result) return
    try {
      await planMove(move, bulk.result.counts)
      setPlanned(t('asset-work.move.planned', { date: dateText(at) }))
      plans.reload()
    } catch (error) {
      setProblem(sentenceOf(error))
    }
    bulk.back()
  }
  const instead = ahead
    ? { label: t('asset-work.move.plan', { date: dateText(at) }), onApply: () => void plan() }
    : undefined
  const text = (name: keyof Errors) => ({
    label: t(`asset-work.move.${name}`),
    ...(errors[name] ? { error: errors[name] } : {}),
  })
  return (
    <Main size="sm" wide>
      <h1 class="fk-h1">{t('asset-work.move.heading')}</h1>
      <p class="fk-prose">{t('asset-work.move.text')}</p>
      {problem && (
        <div class="ds-alert fk-mt" data-color="danger" role="alert">
          <p>{problem}</p>
        </div>
      )}
      <div role="status">{planned && <p class="fk-ok fk-mt">{planned}</p>}</div>
      <BulkSteps bulk={bulk} onLook={look} instead={instead} onClose={() => route('/tillgangar')}>
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
      <PlansPart plans={plans} />
    </Main>
  )
}
