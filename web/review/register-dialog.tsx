import type { JSX } from 'preact'
import { useState } from 'preact/hooks'
import type { ActivityRecord } from '../api/activities.ts'
import { Choice } from '../components/choice.tsx'
import type { FindingItem } from '../components/findings.tsx'
import { Severity } from '../components/severity.tsx'
import { TextArea } from '../components/text-area.tsx'
import { TextInput } from '../components/text-input.tsx'
import { MoveDialog } from '../moves/move-dialog.tsx'
import { findingsOfRecord } from '../record/findings-of-record.ts'
import { t } from '../text/text.ts'
import { graveOf, remarksOf } from './grave.ts'

interface Props {
  record: ActivityRecord
  hrefOf: (questionId: string) => string | undefined
  onDone: () => void
  onClose: () => void
}

/** Registers, with a remark for each critical and high finding: one for all, or one for each. */
export function RegisterDialog({ record, hrefOf, onDone, onClose }: Props): JSX.Element {
  const grave = graveOf(findingsOfRecord(record), record.remarks ?? [])
  const [way, setWay] = useState<'one' | 'each'>('one')
  const [texts, setTexts] = useState<{ [rule: string]: string }>({})
  const [dueDate, setDueDate] = useState('')
  const remarks = remarksOf(grave, texts, way, dueDate)
  return (
    <MoveDialog
      record={record}
      transition="register"
      fixed={remarks.length ? { remarks } : {}}
      hrefOf={hrefOf}
      onDone={onDone}
      onClose={onClose}
    >
      {grave.length > 0 && (
        <>
          <p>{t('review.remarksNeeded', { count: grave.length })}</p>
          {grave.length > 1 && (
            <Choice
              label={t('review.remarksWay')}
              value={way}
              options={[
                { value: 'one', label: t('review.remarksOne') },
                { value: 'each', label: t('review.remarksEach') },
              ]}
              onChange={(value) => setWay(value as 'one' | 'each')}
            />
          )}
          {way === 'one' ? (
            <>
              <FindingLines findings={grave} />
              <TextArea
                label={t('review.remark')}
                value={texts['all'] ?? ''}
                onInput={(text) => setTexts({ ...texts, all: text })}
              />
            </>
          ) : (
            grave.map((finding) => (
              <div key={finding.rule}>
                <FindingLines findings={[finding]} />
                <TextArea
                  label={t('review.remark')}
                  rows={2}
                  value={texts[finding.rule] ?? ''}
                  onInput={(text) => setTexts({ ...texts, [finding.rule]: text })}
                />
              </div>
            ))
          )}
          <TextInput type="date" label={t('review.remarkDue')} value={dueDate} onInput={setDueDate} />
        </>
      )}
    </MoveDialog>
  )
}

function FindingLines({ findings }: { findings: readonly FindingItem[] }): JSX.Element {
  return (
    <ul class="fk-plain fk-small" data-gap>
      {findings.map((finding) => (
        <li key={finding.rule}>
          <Severity level={finding.severity} /> {finding.detail ?? finding.rule}
        </li>
      ))}
    </ul>
  )
}
