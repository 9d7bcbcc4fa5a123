import { reorganisation } from './reorganisation/plan.ts'
import { savedView } from './saved-view.ts'
import { stockTake } from './stock-take.ts'

/** What helps to work with assets. */
export const workKinds = [savedView, stockTake, reorganisation] as const
