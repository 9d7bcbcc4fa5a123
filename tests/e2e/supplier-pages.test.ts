import { lookAt } from './harness/look-at.ts'
import { supplierPages } from './supplier-pages.ts'

lookAt(supplierPages)
