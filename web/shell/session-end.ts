import { lastAnswerMs, tellSignedOut } from '../api/request.ts'
import { getSignInOptions } from '../api/session.ts'

/** A session ends after this without a request; a little is added, so that the server has ended it when it is asked. */
const idleMs = 60 * 60 * 1000 + 5000
const lookEveryMs = 60 * 1000
/** How often it is asked whether a session still holds that another window keeps alive. */
const againMs = 5 * 60 * 1000

/**
 * Finds out that the session has ended although nothing is asked for, so that a page that is left shows nothing any more. It asks only when
 * this window has been quiet for as long as a session lasts, and in a way that does not prolong it: another window may be at work.
 * Gives a function that stops.
 */
export function watchSession(endsAt: string | undefined): () => void {
  let heldAt = 0
  const look = (): void => {
    const now = Date.now()
    const isOver = endsAt !== undefined && now >= Date.parse(endsAt)
    const due = lastAnswerMs() > heldAt ? lastAnswerMs() + idleMs : heldAt + againMs
    if (!isOver && now < due) return
    getSignInOptions().then(
      ({ hasSession }) => {
        heldAt = Date.now()
        if (!hasSession) tellSignedOut()
      },
      // Without a network nobody can tell whether it holds, so what is past its time is taken to be over.
      () => tellSignedOut(),
    )
  }
  const timer = setInterval(look, lookEveryMs)
  // A computer that wakes up has not run the timer.
  document.addEventListener('visibilitychange', look)
  return () => {
    clearInterval(timer)
    document.removeEventListener('visibilitychange', look)
  }
}

/** Calls back when somebody has signed in in another window and comes back to this one. Gives a function that stops. */
export function watchReturn(onReturn: () => void): () => void {
  const look = (): void => {
    if (document.visibilityState !== 'visible') return
    getSignInOptions().then(
      ({ hasSession }) => hasSession && onReturn(),
      () => {},
    )
  }
  document.addEventListener('visibilitychange', look)
  addEventListener('focus', look)
  return () => {
    document.removeEventListener('visibilitychange', look)
    removeEventListener('focus', look)
  }
}
