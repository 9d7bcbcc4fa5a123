import type { JSX } from 'preact'
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
import type { AssetView } from '../list/view.ts'
import { selectOf } from './bulk-api.ts'
import { BulkSteps } from './bulk-steps.tsx'
import { useBulk } from './use-bulk.ts'
import type { Chosen } from './use-chosen.ts'

interface Props {
  /** `unit`, `responsible`, `verified` or the name of a transition. */
  change: string
  chosen: Chosen
  view: AssetView
  onClose: (done: boolean) => void
}

/** One change of many assets: the new value, then what it does, then doing it. */
export function BulkChange({ change, chosen, view, onClose }: Props): JSX.Element {
  const [value, setValue] = useState(change === 'verified' ? dayOf(now()) : '')
  const [comment, setComment] = useState('')
  const [error, setError] = useState<string>()
  const bulk = useBulk('/api/assets/bulk')
  const heading = t(chosen.all ? `assets.bulk.headingAll.${change}` : `assets.bulk.heading.${change}`, {
    count: chosen.count,
  })
  useTitle([heading])
  const isField = change in fieldOf
  const look = (): void => {
    if (isField && !value) return setError(t(`assets.bulk.need.${change}`))
    setError(undefined)
    bulk.look({
      select: selectOf(chosen, view),
      change: isField ? { [fieldOf[change]!]: change === 'unit' ? [value] : value } : { transition: change },
      ...(comment.trim() ? { comment: comment.trim() } : {}),
    })
  }
  return (
    <Main size="sm" wide>
      <h1 class="fk-h1">{heading}</h1>
      <BulkSteps bulk={bulk} onLook={look} onClose={onClose}>
        <Value change={change} value={value} error={error} onChange={setValue} />
        <TextArea label={t('assets.bulk.comment')} value={comment} onInput={setComment} rows={2} />
      </BulkSteps>
    </Main>
  )
}

const fieldOf: { [change: string]: string } = {
  unit: 'usingOrgUnitIds',
  responsible: 'responsiblePersonId',
  verified: 'lastVerifiedAt',
}

interface ValueProps {
  change: string
  value: string
  error: string | undefined
  onChange: (value: string) => void
}

function Value({ change, value, error, onChange }: ValueProps): JSX.Element {
  const units = useLoad('units', orgUnits)
  const label = t(`assets.bulk.label.${change}`)
  const text = { label, ...(error ? { error } : {}) }
  if (change === 'verified')
    return <TextInput type="date" label={label} error={error} value={value} onInput={onChange} />
  if (!(change in fieldOf)) return <p>{t(`assets.bulk.text.${change}`)}</p>
  return (
    <RefField
      pointer="/bulk"
      text={text}
      kind={change === 'unit' ? 'orgUnit' : 'person'}
      units={units.data ?? []}
      value={value || undefined}
      onChange={(id) => onChange(id ?? '')}
    />
  )
}
