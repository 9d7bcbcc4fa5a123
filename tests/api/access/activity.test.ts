import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import { activity } from '../../../functions/processing/activity.ts'
import { filed, type Step, wayIn } from '../../support/activity.ts'
import { openTestApp, type TestApp } from '../../support/app.ts'
import { expected, people, type Person, readsSecrets } from './activity-table.ts'

const ending = { endedAt: '2026-11-20', endReason: 'Tjänsten är avvecklad.', endDisposition: 'destroyed' }
const underReview: Step[] = [
  ['anmalare', 'submit'],
  ['samordnare', 'take'],
]
const ended: Step[] = [...wayIn, ['dso', 'end', { data: ending }]]

const stories: { [state: string]: readonly Step[] } = {
  draft: [],
  withdrawn: [['anmalare', 'withdraw', { comment: 'Blev inget.' }]],
  submitted: [['anmalare', 'submit']],
  returned: [...underReview, ['samordnare', 'return', { comment: 'Se över svaren.' }]],
  coordinatorReview: underReview,
  'refusal proposed': [...underReview, ['samordnare', 'refuse', { data: { reason: 'notPersonalData' } }]],
  dpoReview: wayIn.slice(0, 4),
  notRegistrable: [...underReview, ['dso', 'refuse', { data: { reason: 'notPersonalData' } }]],
  registered: wayIn,
  'end proposed': [...wayIn, ['chef', 'end', { data: ending }]],
  'remark open': [...wayIn, ['dso', 'remark', { data: { text: 'Se över gallringen.' } }]],
  revision: [...wayIn, ['anmalare', 'revise', { comment: 'Nytt ändamål.' }]],
  ended,
  archived: [...ended, ['dso', 'archive', { data: { archiveRef: 'Arkiv 7' } }]],
}

/** What some transitions must be told before they are weighed at all. */
const inputs: { [action: string]: object } = {
  remark: { text: 'Se över gallringen.' },
  answerRemark: { remarkId: '1-1', text: 'Det är gjort.' },
  closeRemark: { remarkId: '1-1' },
}

const actions = ['edit', ...Object.keys(activity.transitions)]
const everybody = Object.keys(people) as Person[]

let product: TestApp
beforeAll(async () => {
  product = await openTestApp()
})
afterAll(() => product.close())

function cell(state: string, person: Person): { view: string; may: string[] } {
  const { named, others } = expected[state]!
  const [view = 'nothing', ...may] = (named[person] ?? others).split(' ')
  return { view, may: may.toSorted() }
}

/** How what a person reads and is offered differs from the table. */
// oxlint-disable-next-line typescript/no-explicit-any -- a record as JSON
async function surprises(state: string, person: Person, record: any): Promise<string[]> {
  const { view, may } = cell(state, person)
  const { status, body } = await product.as(person).get(`/api/activities/${record.id}`)
  if (view === 'nothing') return status === 404 ? [] : ['reads it']
  if (status !== 200) return ['does not read it']
  const allowed: string[] = body.allowed
  return [
    ...(body.revision === (view === 'newest' ? record.revision : record.registeredRevision) ? [] : ['reads another']),
    ...allowed.filter((action) => !may.includes(action)).map((action) => `may ${action}`),
    ...may.filter((action) => !allowed.includes(action)).map((action) => `may not ${action}`),
  ]
}

function attempt(person: Person, record: { id: string; data: object }, action: string, revision: number) {
  const address = `/api/activities/${record.id}`
  const headers = { 'If-Match': `"${revision}"` }
  const client = product.as(person)
  if (action === 'edit') return client.put(address, { data: record.data }, headers)
  return client.post(`${address}/transitions`, { transition: action, data: inputs[action] }, headers)
}

test('the table has every state that an activity can be in', () => {
  expect(Object.keys(expected)).toEqual(Object.keys(stories))
  for (const state of activity.states) expect(Object.keys(expected)).toContain(state)
})

describe.each(Object.keys(stories))('a notification that is %s', (state) => {
  // oxlint-disable-next-line typescript/no-explicit-any -- a record as JSON
  let record: any
  beforeAll(async () => {
    const more = { contactPersonId: product.people['anmalare2'], securityDescription: 'Hemlig larmkod.' }
    const story = stories[state]!
    record = await filed(product, story, {
      ...more,
      ...(state === 'withdrawn' && { startDate: '2027-01-01' }),
    })
    await product.as('samordnare').post(`/api/activities/${record.id}/comments`, { text: 'Ett ord.' })
  })

  test.each(everybody)('is for %s what the table says', async (person) => {
    const { view, may } = cell(state, person)
    const address = `/api/activities/${record.id}`
    const answer = await product.as(person).get(address)
    const comments = await product.as(person).get(`${address}/comments`)
    expect(await surprises(state, person, record)).toEqual([])
    const comment = { text: 'Ett ord till.' }
    const answered = await product.as(person).post(`${address}/comments`, comment)
    if (view === 'nothing') {
      expect([answer.status, comments.status, answered.status]).toEqual([404, 404, 404])
    } else {
      expect(comments.body.items.length > 0).toBe(view === 'newest')
      expect(answered.status).toBe(view === 'newest' ? 201 : 403)
      const seen = answer.body.data.securityDescription
      expect(seen).toEqual(readsSecrets.includes(person) ? 'Hemlig larmkod.' : { secrecy: 'OSL 18:8' })
    }
    for (const action of actions) {
      if (may.includes(action)) {
        const { status } = await attempt(person, record, action, 999)
        expect({ action, status }).toEqual({ action, status: 412 })
      } else {
        const { status } = await attempt(person, record, action, record.revision)
        const refused = view === 'nothing' ? [404] : [403, 409]
        expect({ action, status, refused: refused.includes(status) }).toEqual({ action, status, refused: true })
      }
    }
  })

  test('is as it was after all that', async () => {
    const { body } = await product.as('samordnare').get(`/api/activities/${record.id}`)
    expect(body.revision).toBe(record.revision)
  })
})

describe('the table itself', () => {
  // oxlint-disable-next-line typescript/no-explicit-any -- a record as JSON
  let record: any
  const { policy } = activity
  beforeAll(async () => {
    record = await filed(product, stories['returned']!)
  })
  afterEach(() => {
    activity.policy = policy
  })

  test('catches a policy that lets anybody edit', async () => {
    activity.policy = { ...policy, edit: () => true }
    const reader = everybody.find((person) => {
      const { view, may } = cell('returned', person)
      return view === 'newest' && !may.includes('edit')
    })!
    expect(await surprises('returned', reader, record)).toContain('may edit')
  })

  test('catches a policy that shows a notification to those who may not read it', async () => {
    activity.policy = { ...policy, view: () => 'newest' }
    expect(await surprises('returned', 'gunilla.ek', record)).toEqual(['reads it'])
  })

  test('catches a policy that keeps a notification from its coordinator', async () => {
    activity.policy = { ...policy, view: () => undefined }
    expect(await surprises('returned', 'samordnare', record)).toEqual(['does not read it'])
  })
})
