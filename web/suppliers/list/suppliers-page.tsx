import type { JSX } from 'preact'
import type { PageProps } from '../../router/page.ts'
import type { SupplierRow } from '../supplier.ts'
import { supplierOptions } from './filter-options.ts'
import { ListPage } from './list-page.tsx'
import { supplierColumnsOf } from './supplier-columns.tsx'
import { type SupplierColumn, type SupplierFilter, supplierList } from './supplier-view.ts'

/** Everybody who delivers to us. */
export function SuppliersPage({ query }: PageProps): JSX.Element {
  return (
    <ListPage<SupplierRow, SupplierFilter, SupplierColumn>
      part="suppliers"
      spec={supplierList}
      query={query}
      optionsFor={supplierOptions}
      columnsOf={supplierColumnsOf}
    />
  )
}
