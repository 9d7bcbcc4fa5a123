import { execFile } from 'node:child_process'
import { resolve } from 'node:path'
import { promisify } from 'node:util'
import { describe, expect, it } from 'vitest'
import { openStory } from './harness/story.ts'

const root = resolve(import.meta.dirname, '../..')
const file = resolve(root, 'tests/unit/processing/import/rows.jsonl')
const clock = '2026-11-20T09:00:00Z'
const story = openStory({ clock, steps: true })

async function importRegister(): Promise<{
  totals: { new: number; unchanged: number }
  rows: { id: string; reference: string }[]
}> {
  const command = [resolve(root, 'functions/import-register.ts'), file, '--source', 'exempel', '--apply', '--json']
  const env = { ...process.env, DATA_DIR: story.server.dataDir, CLOCK: clock }
  const { stdout } = await promisify(execFile)(process.execPath, command, {
    env,
    cwd: root,
    maxBuffer: 64 * 1024 * 1024,
  })
  return JSON.parse(stdout)
}

describe('a published register read into a running installation', () => {
  let id = ''

  it('is at once among the drafts of the data protection officer', async () => {
    const { totals, rows } = await importRegister()
    expect(totals).toMatchObject({ new: 24, unchanged: 0 })
    id = rows.find(({ reference }) => reference === 'own-sv-04')?.id ?? ''
    const page = await story.people.as('dso', '/registret?state=draft')
    await page.locator('main').getByText('Färdtjänst', { exact: true }).first().waitFor()
  })

  it('shows each draft as it was understood, with the source text beside', async () => {
    const page = await story.people.as('dso', `/behandlingar/${id}/svar`)
    await page.getByRole('heading', { name: 'Färdtjänst', level: 1 }).waitFor()
    await page.getByText('Som det stod i filen').first().waitFor()
    const text = await page.locator('main').innerText()
    expect(text).toContain('Läkarintyg och funktionsnedsättning')
  })

  it('is nobody else’s business until it is sent', async () => {
    const page = await story.people.as('revisor')
    expect((await page.request.get(`/api/activities/${id}`)).status()).toBe(404)
  })

  it('changes nothing the second time', async () => {
    expect((await importRegister()).totals).toMatchObject({ new: 0, unchanged: 24 })
  })
})
