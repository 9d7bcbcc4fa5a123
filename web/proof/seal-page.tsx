import type { JSX } from 'preact'
import { now } from '../api/clock.ts'
import { Facts } from '../components/facts.tsx'
import { Waiting } from '../components/waiting.tsx'
import { Trouble } from '../loading/trouble.tsx'
import { useLoad } from '../loading/use-load.ts'
import { useTitle } from '../router/title.ts'
import { Main } from '../shell/main.tsx'
import { dayOf } from '../text/format.ts'
import { t } from '../text/text.ts'
import { readVerification, type Seal, type Verification } from './seal.ts'
import { sealState } from './seal-state.ts'
import { sealedAt } from './sealed-at.ts'

const colors = {
  none: 'info',
  false: 'danger',
  faulty: 'danger',
  old: 'warning',
  first: 'success',
  sound: 'success',
} as const

/** When the history was last sealed, whether it then fitted the seal before, and how anybody checks that. */
export function SealPage(): JSX.Element {
  useTitle([t('proof.seal.heading')])
  const { data, error, reload } = useLoad('verification', readVerification)
  return (
    <Main>
      <h1 class="fk-h1">{t('proof.seal.heading')}</h1>
      <p class="fk-lead fk-mt-s">{t('proof.seal.lead')}</p>
      {error !== undefined && <Trouble error={error} retry={reload} />}
      {!data && error === undefined && <Waiting lines={5} />}
      {data && <Standing verification={data} />}
      {data?.head && <SealFacts seal={data.head} />}
      <section class="fk-sec">
        <h2 class="fk-h2">{t('proof.seal.how.heading')}</h2>
        <div class="fk-prose fk-mt-s">
          <p>{t('proof.seal.how.record')}</p>
          <p>{t('proof.seal.how.all')}</p>
          <p class="fk-id fk-anywhere">npm run verify -- --head &lt;{t('proof.seal.how.file')}&gt;</p>
          <p>{t('proof.seal.how.erased')}</p>
        </div>
      </section>
    </Main>
  )
}

function Standing({ verification }: { verification: Verification }): JSX.Element {
  const state = sealState(verification, dayOf(now()))
  return (
    <p class="ds-alert fk-mt" data-color={colors[state]}>
      {t(`proof.seal.state.${state}`, { count: verification.head?.faults })}
    </p>
  )
}

function SealFacts({ seal }: { seal: Seal }): JSX.Element {
  return (
    <>
      <div class="fk-mt">
        <Facts
          facts={[
            { label: t('proof.seal.made'), value: sealedAt(seal), num: true },
            { label: t('proof.seal.number'), value: seal.number, num: true },
            { label: t('proof.seal.records'), value: t('proof.seal.count', { count: seal.records }), num: true },
          ]}
        />
      </div>
      <section class="fk-sec">
        <h2 class="fk-h2">{t('proof.seal.key')}</h2>
        <div class="fk-prose fk-mt-s">
          <p>{t('proof.seal.keyText')}</p>
          <p class="fk-id fk-anywhere">{seal.keyFingerprint}</p>
        </div>
      </section>
    </>
  )
}
