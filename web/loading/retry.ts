import { Problem } from '../api/problem.ts'

/** A script that did not come is not asked for twice by the browser, so the page is loaded anew; anything else is tried again. */
export function retry(error: unknown, again: () => void): void {
  if (error instanceof Problem) again()
  else location.reload()
}
