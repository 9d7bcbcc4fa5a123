import type { Page } from 'playwright-core'

/** Sends assets as a feed does, from the window of the person who keeps them; gives the ids of the records. */
export async function feed(page: Page, source: string, items: readonly object[]): Promise<string[]> {
  const { status, body } = await page.evaluate(
    async ([from, sent]) => {
      const answer = await fetch('/api/assets/batch', {
        method: 'POST',
        headers: { 'Content-Type': 'application/json', 'Idempotency-Key': crypto.randomUUID() },
        body: JSON.stringify({ source: from, items: sent }),
      })
      return { status: answer.status, body: await answer.json() }
    },
    [source, items] as const,
  )
  if (status !== 200) throw new Error(JSON.stringify(body))
  return body.results.map(({ id }: { id: string }) => id)
}

/** Chooses a unit in the field of that label. */
export async function chooseUnit(page: Page, label: string, unit: string): Promise<void> {
  await page.getByLabel(label).fill(unit)
  await page.getByRole('option', { name: unit }).first().click()
}

/** Makes a move that stands in the menu of an asset's page; its dialog is then open. */
export async function openMove(page: Page, name: string): Promise<void> {
  await page.locator('main summary', { hasText: 'Mer' }).click()
  await page.getByRole('button', { name, exact: true }).click()
  await page.getByRole('dialog').waitFor()
}
