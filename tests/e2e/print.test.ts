import { describe, expect, it } from 'vitest'
import { recordIds } from './harness/record-ids.ts'
import { openStory } from './harness/story.ts'

const story = openStory()

describe('a record on paper', () => {
  it('holds every answer and none of the frame', async () => {
    const ids = await recordIds(await story.people.as('samordnare'))
    const page = await story.people.as('dso', `/behandlingar/${ids.remarked}/utskrift`)
    await page.getByText('B-2026-0002').first().waitFor()
    await page.emulateMedia({ media: 'print' })
    expect(await page.getByRole('navigation').locator('visible=true').count()).toBe(0)
    expect(await page.getByRole('button').locator('visible=true').count()).toBe(0)
    const text = await page.locator('main').innerText()
    for (const words of ['Hjärtsvikt, kvalitetsregistrering', 'Hälso- och sjukvårdsnämnden', 'B-2026-0002'])
      expect(text).toContain(words)
  })

  it('becomes a PDF of whole pages', async () => {
    const ids = await recordIds(await story.people.as('samordnare'))
    const page = await story.people.as('dso', `/behandlingar/${ids.remarked}/utskrift`)
    await page.getByText('B-2026-0002').first().waitFor()
    const pdf = await page.pdf({ format: 'A4', tagged: true })
    expect(pdf.subarray(0, 5).toString()).toBe('%PDF-')
    expect(pdf.byteLength).toBeGreaterThan(10_000)
  })
})
