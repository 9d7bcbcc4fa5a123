import type { ComponentChildren, JSX } from 'preact'
import { Icon } from '../../components/icon.tsx'
import { Tabs } from '../../components/tabs.tsx'
import { useSession } from '../../shell/session.ts'
import { t } from '../../text/text.ts'
import { buys, seesCoverage } from '../supplier.ts'

export type SupplierPart = 'suppliers' | 'agreements' | 'coverage' | 'calendar'

const addresses: { [part in SupplierPart]: string } = {
  suppliers: '/leverantorer',
  agreements: '/avtal',
  coverage: '/leverantorer/tackning',
  calendar: '/leverantorer/kalender',
}
const forSeers: readonly SupplierPart[] = ['coverage', 'calendar']

/** The name of the page, what may be begun here, and the ways to look at suppliers and their agreements. */
export function SuppliersHead({ part, children }: { part: SupplierPart; children?: ComponentChildren }): JSX.Element {
  const session = useSession()
  const parts = (Object.keys(addresses) as SupplierPart[]).filter(
    (name) => !forSeers.includes(name) || seesCoverage(session),
  )
  const isAgreement = part === 'agreements'
  return (
    <>
      <div class="fk-row" data-end>
        <h1 class="fk-h1">{t(`suppliers.heading.${part}`)}</h1>
        {buys(session) && (
          <span class="fk-row fk-tight">
            <a
              class="ds-button"
              data-variant="tertiary"
              href={`/inlasning?slag=${isAgreement ? 'agreement' : 'supplier'}`}
            >
              <Icon name="upload" />
              {t('suppliers.readIn')}
            </a>
            <a class="ds-button" data-variant="secondary" href={isAgreement ? '/avtal/ny' : '/leverantorer/ny'}>
              <Icon name="plus" />
              {t(isAgreement ? 'suppliers.newAgreement' : 'suppliers.newSupplier')}
            </a>
          </span>
        )}
        {children}
      </div>
      <Tabs
        label={t('suppliers.views')}
        tabs={parts.map((name) => ({
          href: addresses[name],
          label: t(`suppliers.view.${name}`),
          current: name === part,
        }))}
      />
    </>
  )
}
