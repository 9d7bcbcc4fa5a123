import type { JSX } from 'preact'
import { TextInput } from '../../components/text-input.tsx'
import { Select } from '../../components/select.tsx'
import { orgUnits } from '../../directory/org-units.ts'
import { isDate } from '../../fields/date-text.ts'
import { ExportMenu } from '../../lists/export-menu.tsx'
import { useLoad } from '../../loading/use-load.ts'
import { language, t } from '../../text/text.ts'
import type { CoverageView } from './coverage-view.ts'

interface Props {
  view: CoverageView
  today: string
  lead: string
  onChange: (view: CoverageView) => void
}

/** What is wrong in one sentence, on which day, for whom, and the same as a file. */
export function CoverageTools({ view, today, lead, onChange }: Props): JSX.Element {
  const units = useLoad('units', orgUnits)
  const boards = (units.data ?? [])
    .filter(({ data }) => ['board', 'company'].includes(data.kind))
    .map(({ id, data }) => ({ value: id, label: data.name }))
    .toSorted((a, b) => a.label.localeCompare(b.label, language()))
  const { cell: _cell, ...wider } = view
  return (
    <>
      <p class="fk-lead fk-covlead fk-mt" role="status">
        {lead}
      </p>
      <div class="fk-row fk-mt fk-covtools">
        <TextInput
          type="date"
          label={t('suppliers.coverage.day')}
          value={view.day ?? today}
          onInput={(day) => {
            if (isDate(day) && day !== (view.day ?? today)) onChange(withDay(wider, day === today ? undefined : day))
          }}
        />
        <Select
          label={t('suppliers.coverage.forUnit')}
          options={boards}
          none={t('suppliers.coverage.allUnits')}
          value={view.controller ?? ''}
          onChange={(id) => onChange(withController(wider, id || undefined))}
        />
        <label class="ds-chip">
          <input
            class="ds-input"
            type="checkbox"
            checked={view.gapsOnly}
            onChange={() => onChange({ ...view, gapsOnly: !view.gapsOnly })}
          />
          {t('suppliers.coverage.gapsOnly')}
        </label>
        <ExportMenu address={(format) => exportAddress(view, format)} />
      </div>
    </>
  )
}

function withDay({ day: _, ...rest }: CoverageView, day: string | undefined): CoverageView {
  return { ...rest, ...(day && { day }) }
}

function withController({ controller: _, ...rest }: CoverageView, controller: string | undefined): CoverageView {
  return { ...rest, ...(controller && { controller }) }
}

function exportAddress({ day, controller, gapsOnly }: CoverageView, format: string): string {
  const query = new URLSearchParams({
    format,
    ...(day && { asOf: day }),
    ...(controller && { controller }),
    ...(gapsOnly && { status: 'missing,expired,notYetValid,wrongController' }),
  })
  return `/api/coverage/export?${query}`
}
