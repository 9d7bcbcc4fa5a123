import type { Page } from 'playwright-core'
import { describe, expect, it } from 'vitest'
import { equipmentFile, sendFile } from './harness/intake.ts'
import { openStory } from './harness/story.ts'

const story = openStory()
const bucket = 'https://bucket.example'
const signature = { 'content-type': 'text/csv', 'x-amz-checksum-sha256': 'signed' }
const prepared = 'imp_00000000000000000000000000'

interface Put {
  address: string
  headers: { [name: string]: string }
  body: string
}

/**
 * Lets the page meet the service as it is on AWS: it is given an address in a bucket of another origin, which the policy of the
 * page allows and which has expired at first. Answers what is put there.
 */
async function signUploads(page: Page, source: string): Promise<Put[]> {
  const puts: Put[] = []
  const json = (body: object) => ({ contentType: 'application/json', body: JSON.stringify(body) })
  const signed = (mark: string) =>
    json({ id: prepared, upload: { address: `${bucket}/uploads/file?${mark}`, headers: signature } })
  let id = ''
  await page.route('**/inlasning', async (route) => {
    const response = await route.fetch()
    const policy = response.headers()['content-security-policy']!
    expect(policy).toContain("connect-src 'self'")
    const allowing = policy.replace("connect-src 'self'", `connect-src 'self' ${bucket}`)
    await route.fulfill({ response, headers: { ...response.headers(), 'content-security-policy': allowing } })
  })
  await page.route(`${bucket}/**`, async (route) => {
    const request = route.request()
    puts.push({
      address: request.url().slice(bucket.length),
      headers: await request.allHeaders(),
      body: request.postData() ?? '',
    })
    const status = request.url().includes('expired') ? 403 : 200
    await route.fulfill({ status, headers: { 'access-control-allow-origin': '*' } })
  })
  await page.route(new RegExp(`/api/imports/${prepared}`), async (route) => {
    const response = await route.fetch({ url: route.request().url().replace(prepared, id) })
    await route.fulfill({ response, body: (await response.text()).replaceAll(id, prepared) })
  })
  await page.route('**/api/imports/upload', (route) => route.fulfill(signed('expired')))
  await page.route(`**/api/imports/${prepared}/upload`, (route) => route.fulfill(signed('renewed')))
  await page.route(`**/api/imports/${prepared}/uploaded`, async (route) => {
    const about = new URLSearchParams({ kind: 'equipment', source, name: `${source}.csv` })
    const sent = await page.request.post(`/api/imports?${about}`, {
      data: puts.at(-1)!.body,
      headers: { origin: story.server.origin, 'content-type': 'text/csv' },
    })
    id = ((await sent.json()) as { id: string }).id
    await route.fulfill(json({}))
  })
  return puts
}

describe('a file that goes straight to the bucket', () => {
  it('is sent with the signed headers and without cookies, again when the address has expired, and is then read', async () => {
    const page = await story.people.as('it')
    const puts = await signUploads(page, 'hinken')
    await page.goto('/inlasning')
    await sendFile(page, 'hinken')
    expect(puts.map(({ address }) => address)).toEqual(['/uploads/file?expired', '/uploads/file?renewed'])
    for (const { headers, body } of puts) {
      expect(headers).toMatchObject(signature)
      expect(headers).not.toHaveProperty('cookie')
      expect(body).toBe(equipmentFile())
    }
    await page.getByRole('button', { name: 'Kontrollera filen' }).waitFor()
  })
})
