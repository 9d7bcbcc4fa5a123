import { randomUUID } from 'node:crypto'
import type { Directory } from '../directory/directory.ts'
import { ConditionFailed, type Key, type Store } from '../store/store.ts'
import type { Device } from './device.ts'
import type { Language } from './language.ts'
import type { OpenId, SignInChecks } from './openid.ts'
import { hashOf } from './secret.ts'
import type { Sessions } from './session.ts'

/** A sign-in must be finished within this. */
export const signInMs = 10 * 60 * 1000

/** Why a sign-in came to nothing: begun too long ago or elsewhere, refused by the provider, nobody we know, or an answer that did not hold. */
export type SignInFault = 'expired' | 'refused' | 'unknown-person' | 'failed'

export type SignInResult = { session: string; returnTo: string } | { fault: SignInFault; returnTo?: string }

interface Attempt extends SignInChecks {
  browser: string
  returnTo: string
  language: Language
  startedAt: string
  /** The person is to prove anew who they are. */
  again: boolean
}

/** What the log says of a sign-in that did not hold: the kind of error, never what was in it. */
export interface SignInTrouble {
  time: string
  event: 'sign-in-failed'
  error: string
  code?: string
}

export interface SignInDeps {
  report?(trouble: SignInTrouble): void
  store: Store
  openId: OpenId
  sessions: Sessions
  directory: Directory
  now(): string
}

/** Where the browser goes to sign in, or undefined when the identity provider does not answer. `binding` is the browser's own secret: only the browser that began may finish. */
export async function beginSignIn(
  deps: SignInDeps,
  wishes: { binding: string; returnTo: string; language: Language; hint?: string; again?: boolean },
): Promise<string | undefined> {
  const { store, openId, now } = deps
  const { binding, returnTo, language, hint, again = false } = wishes
  const begun = await openId.begin({ language, hint, again }).catch(trouble(deps))
  if (!begun) return undefined
  const { checks, location } = begun
  const attempt: Attempt = { ...checks, browser: hashOf(binding), returnTo, language, startedAt: now(), again }
  const expiresAt = Math.ceil((Date.parse(now()) + signInMs) / 1000)
  await store.commit([{ put: { ...keyOf(checks.state), body: { ...attempt }, expiresAt }, if: 'absent' }], randomUUID())
  return location
}

/** What the identity provider's answer (`?code=…&state=…`) comes to. An answer counts once; the old session gives way to a new one. */
export async function finishSignIn(
  deps: SignInDeps,
  answer: { parameters: string; binding?: string; session?: string; device?: Device },
): Promise<SignInResult> {
  const attempt = await takeAttempt(deps, answer)
  if (!attempt) return { fault: 'expired' }
  const { returnTo, language, again } = attempt
  if (new URLSearchParams(answer.parameters).has('error')) return { fault: 'refused', returnTo }
  const userId = await deps.openId.finish(answer.parameters, attempt).catch(trouble(deps))
  if (!userId) return { fault: 'failed', returnTo }
  const personId = await deps.directory.find(userId)
  if (!personId || !(await deps.directory.known(personId))) return { fault: 'unknown-person', returnTo }
  if (answer.session) await deps.sessions.end(answer.session)
  const how = { ...(answer.device && { device: answer.device }), proven: again }
  return { session: await deps.sessions.start(personId, language, how), returnTo }
}

/** The attempt that an answer belongs to, taken so that the same answer finds nothing the next time. */
async function takeAttempt(
  { store, now }: SignInDeps,
  { parameters, binding }: { parameters: string; binding?: string },
): Promise<Attempt | undefined> {
  const state = new URLSearchParams(parameters).get('state')
  if (!state || !binding) return undefined
  const attempt = (await store.get(keyOf(state)))?.body as unknown as Attempt | undefined
  if (!attempt || attempt.browser !== hashOf(binding)) return undefined
  if (Date.parse(now()) - Date.parse(attempt.startedAt) >= signInMs) return undefined
  try {
    await store.commit([{ delete: keyOf(state), if: 'exists' }], randomUUID())
    return attempt
  } catch (error) {
    if (error instanceof ConditionFailed) return undefined
    throw error
  }
}

/** Tells the log and lets the sign-in end as failed. */
function trouble({ report, now }: SignInDeps): (error: unknown) => undefined {
  return (error) => {
    const { name, code } = error as Error & { code?: unknown }
    const kind = typeof code === 'string' ? { code } : {}
    report?.({ time: now(), event: 'sign-in-failed', error: name, ...kind })
    return undefined
  }
}

function keyOf(state: string): Key {
  return { pk: `signin#${hashOf(state)}`, sk: 'head' }
}
