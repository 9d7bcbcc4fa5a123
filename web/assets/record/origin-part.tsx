import type { JSX } from 'preact'
import type { Names } from '../../directory/names.ts'
import { sectionHeading } from '../../forms/form-words.ts'
import { valueLines } from '../../forms/field-value.ts'
import { dateText } from '../../text/format.ts'
import { t } from '../../text/text.ts'
import { assetFieldLabel, fieldsOf } from '../fields.ts'
import type { AssetDossier } from './dossier.ts'

interface ExternalId {
  source: string
  id: string
}

/** Which sources know the asset and as what, what was noted of its changes, and when it was entered. */
export function OriginPart({ dossier, names }: { dossier: AssetDossier; names: Names }): JSX.Element {
  const { kind, record } = dossier
  const known = (record.data['externalIds'] as ExternalId[] | undefined) ?? []
  const unseen = record.data['unseen'] as { source?: string; since?: string } | undefined
  const changes = fieldsOf(kind.name).find(({ name }) => name === 'changes')
  const noted = changes ? valueLines('asset', changes, record.data['changes'], names, ['changes']) : []
  return (
    <section class="fk-sec" aria-labelledby="ursprung">
      <header>
        <h2 class="fk-h2" id="ursprung">
          {sectionHeading('asset', 'managed')}
        </h2>
      </header>
      <dl class="fk-ans">
        <div>
          <dt>{t('asset-record.knownIn')}</dt>
          <dd>
            {known.length === 0 && <p>{t('asset-record.byHand')}</p>}
            {known.map(({ source, id }) => (
              <p key={`${source} ${id}`}>
                {source} <span class="fk-id">{id}</span>
              </p>
            ))}
            {unseen && (
              <p class="fk-small">
                {t('asset-record.unseen', {
                  source: unseen.source ?? '',
                  date: unseen.since ? dateText(unseen.since) : '',
                })}
              </p>
            )}
          </dd>
          <dd />
        </div>
        {noted.length > 0 && (
          <div>
            <dt>{assetFieldLabel('changes')}</dt>
            <dd>
              {noted.map((line, i) => (
                <p key={i}>{line}</p>
              ))}
            </dd>
            <dd />
          </div>
        )}
        <div>
          <dt>{t('asset-record.entered')}</dt>
          <dd>
            <p>
              {dateText(record.createdAt)}, {names.person(record.createdBy)}
            </p>
          </dd>
          <dd />
        </div>
      </dl>
    </section>
  )
}
