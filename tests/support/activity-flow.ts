import type { ActivityData } from '../../functions/processing/data.ts'
import type { TestApp } from './app.ts'
import type { Answer } from './client.ts'
import { notification } from './notification.ts'

/** An activity in a test, moved by people of the demo organisation; `now` is the newest answer. */
export interface Flow {
  id: string
  path: string
  now(): Answer['body']
  /** Makes a transition as a person and expects it to succeed. */
  move(userId: string, transition: string, more?: object): Promise<Answer['body']>
  /** The same without expecting anything. */
  try(userId: string, transition: string, more?: object): Promise<Answer>
  change(userId: string, change: ActivityData, comment?: string): Promise<Answer>
  comment(userId: string, text: string, pointer?: string): Promise<Answer>
}

/** Files a notification as `userId` (anmalare) and gives its flow; a draft until submitted. */
export async function file(app: TestApp, change: ActivityData = {}, userId = 'anmalare'): Promise<Flow> {
  const data = notification(app, { unlistedSystems: ['SMS-tjänsten'], ...change })
  const created = await app.as(userId).post('/api/activities', { data })
  if (created.status !== 201) throw new Error(`not created: ${JSON.stringify(created.body)}`)
  return follow(app, created.body)
}

/** The flow of an activity that exists. */
export function follow(app: TestApp, first: Answer['body']): Flow {
  let body = first
  const path = `/api/activities/${body.id}`
  const match = () => ({ 'If-Match': `"${body.revision}"` })
  const attempt = async (userId: string, transition: string, more: object = {}): Promise<Answer> => {
    const answer = await app.as(userId).post(`${path}/transitions`, { transition, ...more }, match())
    if (answer.status === 200) body = answer.body
    return answer
  }
  return {
    id: body.id,
    path,
    now: () => body,
    try: attempt,
    move: async (userId, transition, more) => {
      const answer = await attempt(userId, transition, more)
      if (answer.status !== 200)
        throw new Error(`${transition} by ${userId}: ${answer.status} ${JSON.stringify(answer.body)}`)
      return answer.body
    },
    change: async (userId, change, comment) => {
      const answer = await app
        .as(userId)
        .put(path, { data: { ...body.data, ...change }, ...(comment && { comment }) }, match())
      if (answer.status === 200) body = answer.body
      return answer
    },
    comment: (userId, text, pointer) => app.as(userId).post(`${path}/comments`, { text, ...(pointer && { pointer }) }),
  }
}

/** Brings a notification all the way into the register. */
export async function register(app: TestApp, change: ActivityData = {}): Promise<Flow> {
  const flow = await file(app, change)
  await flow.move('anmalare', 'submit')
  await flow.move('samordnare', 'take')
  await flow.move('chef', 'attest')
  await flow.move('samordnare', 'forward', { comment: 'Stämmer med hur vi arbetar.' })
  await flow.move('dso', 'register')
  return flow
}
