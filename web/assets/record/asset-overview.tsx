import type { JSX } from 'preact'
import { Findings } from '../../components/findings.tsx'
import { Icon } from '../../components/icon.tsx'
import { useNames } from '../../directory/names.ts'
import { t } from '../../text/text.ts'
import { assetAddress } from '../asset.ts'
import { formSections } from '../fields.ts'
import { SecrecyLater } from '../../secrecy/secrecy-later.tsx'
import { AssetFields } from './asset-fields.tsx'
import type { AssetDossier } from './dossier.ts'
import { findingsOf } from './findings.ts'
import { markableAsset } from './markable-asset.ts'
import { OriginPart } from './origin-part.tsx'
import type { Place } from './parts.ts'

interface Props {
  dossier: AssetDossier
  place: Place
  onChange: () => void
}

/** Findings with what to do, then everything that is known, section by section. */
export function AssetOverview({ dossier, place, onChange }: Props): JSX.Element {
  const { kind, record } = dossier
  const names = useNames()
  const findings = findingsOf(record)
  const mayEdit = record.allowed.includes('edit')
  return (
    <>
      {!place.revision && !place.asOf && (
        <section class="fk-sec" data-first aria-labelledby="avvikelser">
          <header>
            <h2 class="fk-h2" id="avvikelser">
              {t('asset-record.findings')} <span class="fk-count">{findings.length}</span>
            </h2>
          </header>
          {findings.length === 0 ? (
            <p class="fk-ok">
              <Icon name="check" />
              {t('asset-record.noFindings')}
            </p>
          ) : (
            <Findings
              findings={findings}
              aside={({ pointer }) =>
                mayEdit && (
                  <a
                    class="ds-link"
                    href={`${assetAddress(kind, record.id, 'andra')}#f${pointer.replaceAll('/', '-')}`}
                  >
                    {t('asset-record.mend')}
                  </a>
                )
              }
            />
          )}
        </section>
      )}
      {formSections(kind.name).map((section) => (
        <AssetFields key={section.id} section={section} dossier={dossier} names={names} onChange={onChange} />
      ))}
      <OriginPart dossier={dossier} names={names} />
      {!place.revision && !place.asOf && <SecrecyLater subject={markableAsset(dossier)} onChange={onChange} />}
    </>
  )
}
