import type { Page } from 'playwright-core'
import type { RecordIds } from '../page-state.ts'

const names: { [name in keyof RecordIds]: string } = {
  system: 'Journalsystemet Linden',
  supplier: 'Bildarkiv Demo GmbH',
  agreement: 'PUB-avtal PACS Bildarkiv',
  draft: 'Forskningsuttag via KVB',
  submitted: 'E-postlista friskvård i Excel på C:',
  registered: 'Patientjournal akutmottagning',
  remarked: 'Hjärtsvikt, kvalitetsregistrering',
  processor: 'Laboratoriesvar åt privat vårdgivare',
  sensitive: 'Ekonomiskt bistånd',
}

/** Ids of the demo records, as a coordinator who sees them all is told. */
export async function recordIds(page: Page): Promise<RecordIds> {
  const found = new Map<string, string>()
  for (const list of [
    'activities?limit=200',
    'activities?state=draft&limit=200',
    'applications?limit=200',
    'suppliers?limit=200',
    'agreements?limit=200',
  ]) {
    const answer = await page.request.get(`/api/${list}`)
    const { items } = (await answer.json()) as { items: { id: string; data: { name?: string } }[] }
    for (const { id, data } of items) found.set(data.name ?? '', id)
  }
  const ids = Object.entries(names).map(([key, name]) => {
    const id = found.get(name)
    if (!id) throw new Error(`the demo data has no ${name}`)
    return [key, id]
  })
  return Object.fromEntries(ids) as RecordIds
}
