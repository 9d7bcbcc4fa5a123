import type { JSX } from 'preact'
import { questionAt } from '../../functions/processing/form.ts'
import type { ActivityRecord, Similar } from '../api/activities.ts'
import type { Note, Revision } from '../api/record.ts'
import { questionLabel } from '../answers/answers.tsx'
import { Severity } from '../components/severity.tsx'
import { useNames } from '../directory/names.ts'
import { MissingList } from '../moves/missing-list.tsx'
import { didText } from '../record/did.ts'
import { findingsOfRecord } from '../record/findings-of-record.ts'
import { foldHistory } from '../record/fold.ts'
import { dateShort } from '../text/format.ts'
import { t } from '../text/text.ts'

interface Props {
  record: ActivityRecord
  revisions: readonly Revision[]
  similar: readonly Similar[]
  notes: readonly Note[]
}

const latest = 8

/** What a decision rests on: findings, what is missing, near matches, and what has happened. */
export function CaseAside({ record, revisions, similar, notes }: Props): JSX.Element {
  return (
    <aside class="fk-aside" aria-label={t('review.background')}>
      <Said notes={notes.filter(({ pointer }) => !pointer)} />
      <FindingsNow record={record} />
      {record.missing.length > 0 && (
        <section aria-labelledby="saknas">
          <h2 class="fk-h3" id="saknas">
            {t('review.missing')}
          </h2>
          <MissingList missing={record.missing} hrefOf={(id) => `#q-${id.toLowerCase()}`} />
        </section>
      )}
      <SimilarOnes similar={similar} />
      <Events revisions={revisions} />
    </aside>
  )
}

/** What somebody has said of the whole, such as a manager who will not approve it. */
function Said({ notes }: { notes: readonly Note[] }): JSX.Element | null {
  const names = useNames()
  if (notes.length === 0) return null
  return (
    <section class="fk-sec" aria-labelledby="sagt">
      <header>
        <h2 class="fk-h3" id="sagt">
          {t('review.said')}
        </h2>
      </header>
      <ul class="fk-plain" data-gap>
        {notes.map(({ id, by, at, text }) => (
          <li key={id}>
            <b>{names.person(by)}</b> <span class="fk-small fk-dim">{dateShort(at)}</span>
            <p class="fk-pre">{text}</p>
          </li>
        ))}
      </ul>
    </section>
  )
}

function FindingsNow({ record }: { record: ActivityRecord }): JSX.Element {
  const findings = findingsOfRecord(record)
  const blocking = findings.filter((finding) => finding.blocks).length
  return (
    <section class="fk-sec" aria-labelledby="nu">
      <header>
        <h2 class="fk-h3" id="nu">
          {t('review.findings')}
        </h2>
      </header>
      {findings.length === 0 && <p class="fk-dim">{t('review.noFindings')}</p>}
      <ul class="fk-plain" data-gap>
        {findings.map((finding) => {
          const question = questionAt(finding.pointer)
          return (
            <li key={finding.rule + finding.pointer}>
              <Severity level={finding.severity} />
              <br />
              {finding.detail ?? finding.rule}{' '}
              {question && (
                <a class="ds-link fk-small" href={`#q-${question.id.toLowerCase()}`}>
                  {questionLabel(question)}
                </a>
              )}
            </li>
          )
        })}
      </ul>
      {findings.length > 0 && (
        <p class="fk-small fk-dim fk-mt-s">
          {blocking === 0 ? t('review.noneBlocks') : t('review.blocks', { count: blocking })}
        </p>
      )}
    </section>
  )
}

function SimilarOnes({ similar }: { similar: readonly Similar[] }): JSX.Element | null {
  const names = useNames()
  if (similar.length === 0) return null
  return (
    <section aria-labelledby="liknande">
      <h2 class="fk-h3" id="liknande">
        {t('review.similar')}
      </h2>
      <ul class="fk-plain" data-gap>
        {similar.map((each) => (
          <li key={each.id}>
            <a class="ds-link" href={`/behandlingar/${each.id}`}>
              {[each.number, each.name].filter(Boolean).join(' ')}
            </a>
            <br />
            <span class="fk-small fk-dim">
              {[names.unit(each.orgUnitId), t(`parts.state.${each.state}`).toLowerCase()].filter(Boolean).join(', ')}
            </span>
          </li>
        ))}
      </ul>
    </section>
  )
}

function Events({ revisions }: { revisions: readonly Revision[] }): JSX.Element {
  const names = useNames()
  const events = foldHistory(revisions).slice(0, latest)
  return (
    <section aria-labelledby="handelser">
      <h2 class="fk-h3" id="handelser">
        {t('review.events')}
      </h2>
      <ul class="fk-plain fk-small">
        {events.map((event) => (
          <li key={event.last}>
            <span class="fk-num fk-dim">{dateShort(event.at)}</span>{' '}
            {t(event.comment ? 'record.history.whatWhy' : 'record.history.what', {
              who: names.person(event.by),
              did: didText(event),
              why: event.comment,
            })}
          </li>
        ))}
      </ul>
    </section>
  )
}
