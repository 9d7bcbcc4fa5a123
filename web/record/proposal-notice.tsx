import type { JSX } from 'preact'
import { useState } from 'preact/hooks'
import type { ActivityRecord } from '../api/activities.ts'
import { codeLabel } from '../answers/words.ts'
import { useNames } from '../directory/names.ts'
import { MoveDialog } from '../moves/move-dialog.tsx'
import { dateText } from '../text/format.ts'
import { t } from '../text/text.ts'

interface Props {
  record: ActivityRecord
  onChange: () => void
}

/** A two-person step that waits for the data protection officer: who proposed what, and the two answers to it. */
export function ProposalNotice({ record, onChange }: Props): JSX.Element | null {
  const names = useNames()
  const [open, setOpen] = useState<string>()
  const proposed = record.proposed
  if (!proposed) return null
  const mayAnswer = record.allowed.includes('decline')
  const data = proposed.data ?? {}
  return (
    <section class="fk-panel fk-mt" aria-label={t('record.proposal.label')}>
      <p>
        {t(`record.proposal.${proposed.transition}`, { name: names.person(proposed.by), date: dateText(proposed.at) })}
      </p>
      <p class="fk-small">{proposalDetail(data, names.record(data['duplicateOf'] as string | undefined))}</p>
      {proposed.comment && <p class="fk-small">{proposed.comment}</p>}
      {mayAnswer && (
        <div class="fk-row">
          <button
            type="button"
            class="ds-button fk-btn-s"
            data-variant="primary"
            onClick={() => setOpen(proposed.transition)}
          >
            {t(`record.proposal.accept.${proposed.transition}`)}
          </button>
          <button type="button" class="ds-button fk-btn-s" data-variant="secondary" onClick={() => setOpen('decline')}>
            {t('moves.button.decline')}
          </button>
        </div>
      )}
      {!mayAnswer && <p class="fk-small fk-dim">{t('record.proposal.waits')}</p>}
      {open && (
        <MoveDialog
          record={record}
          transition={open}
          initial={textsOf(data)}
          hrefOf={() => undefined}
          onClose={() => setOpen(undefined)}
          onDone={() => {
            setOpen(undefined)
            onChange()
          }}
        />
      )}
    </section>
  )
}

/** Why, and what has happened to the data, in words. */
export function proposalDetail(data: { [field: string]: unknown }, duplicateName: string): string {
  return [
    data['reason'] && codeLabel('refusalReason', String(data['reason'])),
    duplicateName,
    data['endedAt'] && dateText(String(data['endedAt'])),
    data['endReason'] && String(data['endReason']),
    data['endDisposition'] && codeLabel('endDisposition', String(data['endDisposition'])),
    data['retentionRef'] && String(data['retentionRef']),
  ]
    .filter(Boolean)
    .join('. ')
}

function textsOf(data: { [field: string]: unknown }): { [name: string]: string } {
  return Object.fromEntries(Object.entries(data).map(([name, value]) => [name, String(value)]))
}
