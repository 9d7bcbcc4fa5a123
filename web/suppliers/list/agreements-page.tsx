import type { JSX } from 'preact'
import { orgUnits } from '../../directory/org-units.ts'
import { useLoad } from '../../loading/use-load.ts'
import type { PageProps } from '../../router/page.ts'
import type { AgreementRow } from '../agreement.ts'
import { agreementColumnsOf } from './agreement-columns.tsx'
import { type AgreementColumn, type AgreementFilter, agreementList } from './agreement-view.ts'
import { agreementOptions } from './filter-options.ts'
import { ListPage } from './list-page.tsx'

/** Every agreement that one may read, of any type. */
export function AgreementsPage({ query }: PageProps): JSX.Element {
  const units = useLoad('units', orgUnits)
  return (
    <ListPage<AgreementRow, AgreementFilter, AgreementColumn>
      part="agreements"
      spec={agreementList}
      query={query}
      optionsFor={(name) => agreementOptions(name, units.data ?? [])}
      columnsOf={agreementColumnsOf}
    />
  )
}
