import type { Page } from 'playwright-core'

/** Ids of demo records by a short name, so that addresses need none. */
export type RecordIds = {
  readonly [
    name in
      | 'draft'
      | 'submitted'
      | 'registered'
      | 'remarked'
      | 'processor'
      | 'sensitive'
      | 'system'
      | 'supplier'
      | 'agreement'
  ]: string
}

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
