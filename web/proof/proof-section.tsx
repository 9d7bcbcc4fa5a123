import type { JSX } from 'preact'
import { Icon } from '../components/icon.tsx'
import { Waiting } from '../components/waiting.tsx'
import { Trouble } from '../loading/trouble.tsx'
import { useLoad } from '../loading/use-load.ts'
import { t } from '../text/text.ts'
import { readVerification, type Seal } from './seal.ts'
import { sealedAt } from './sealed-at.ts'

interface Props {
  plural: string
  id: string
  made: string
}

/** The proof of a record's history as a file, with how an inspector checks it. */
export function ProofSection({ plural, id, made }: Props): JSX.Element {
  const { data, error, reload } = useLoad('verification', readVerification)
  const seal = data?.head
  return (
    <section class="fk-sec" aria-labelledby="bevis">
      <h2 class="fk-h2" id="bevis">
        {t('proof.heading')}
      </h2>
      {error !== undefined && <Trouble error={error} retry={reload} />}
      {!data && error === undefined && <Waiting lines={3} />}
      {data && (
        <div class="fk-prose fk-mt-s">
          <p>{t('proof.text')}</p>
          {seal && seal.at > made ? <Proof plural={plural} id={id} seal={seal} /> : <p>{t('proof.notYet')}</p>}
          <p>
            <a class="ds-link" href="/forsegling">
              {t('proof.about')}
            </a>
          </p>
        </div>
      )}
    </section>
  )
}

function Proof({ plural, id, seal }: { plural: string; id: string; seal: Seal }): JSX.Element {
  return (
    <>
      <p>{t('proof.until', { when: sealedAt(seal) })}</p>
      <p>
        <a class="ds-button" data-variant="secondary" href={`/api/${plural}/${id}/proof`} download={`${id}.proof.json`}>
          <Icon name="download" />
          {t('proof.download')}
        </a>
      </p>
      <details>
        <summary>{t('proof.check.heading')}</summary>
        <div class="fk-prose fk-mt-s">
          <p>{t('proof.check.program')}</p>
          <p class="fk-id fk-anywhere">node verify-proof.ts {id}.proof.json</p>
          <p>{t('proof.check.key')}</p>
          <p class="fk-id fk-anywhere">{seal.keyFingerprint}</p>
          <p>{t('proof.check.hidden')}</p>
        </div>
      </details>
    </>
  )
}
