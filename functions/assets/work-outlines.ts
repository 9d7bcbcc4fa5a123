import { reorganisationOutline } from './reorganisation/plan-outline.ts'
import { savedViewOutline } from './saved-view-outline.ts'
import { stockTakeOutline } from './stock-take-outline.ts'

/** How what helps to work with assets is read, in the order of `workKinds`. */
export const workOutlines = [savedViewOutline, stockTakeOutline, reorganisationOutline] as const
