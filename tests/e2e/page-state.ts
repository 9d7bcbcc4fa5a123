import type { Page } from 'playwright-core'
import type { Planted } from './harness/agreements.ts'

/** Ids of demo records by a short name, so that addresses need none. */
export type DemoIds = {
  readonly [name in 'draft' | 'submitted' | 'registered' | 'remarked' | 'processor' | 'sensitive' | 'system']: string
}

/** The same with a supplier and its agreement that are planted. */
export type RecordIds = DemoIds & Planted

/** A page as one person sees it in one state. */
export interface PageState {
  /** Line of `web/router/routes.ts` that it belongs to; the not-found page and the frame have none. */
  route?: string
  address: string | ((ids: RecordIds) => string)
  /** Demo person; nobody is signed in when absent. */
  person?: string
  state: string
  /** Text that the page holds when it is what it should be. */
  shows: string | RegExp
  /** Brings the page into the state: opens a menu, leaves a mistake. */
  open?(page: Page): Promise<void>
}
