import { existsSync, readFileSync } from 'node:fs'
import { resolve } from 'node:path'

/** What a public body has published about one of its activities, as far as the browser tests file it again. */
export interface Published {
  name: string
  purpose: string[]
  data_categories: string[]
  data_sources: string[]
  recipients: string[]
  transfers: string
  systems: string[]
}

const collection = resolve(import.meta.dirname, '../../../../shared/data/registers/published-activities.jsonl')

const own: Published = {
  name: 'Patientjournal och vårdadministration',
  purpose: ['Ge god och säker vård', 'Planera och administrera vården', 'Följa upp vården med statistik'],
  data_categories: [
    'Personnummer',
    'Namn',
    'Adress',
    'Telefon',
    'Närmast anhörig',
    'Besök och behandlingar',
    'Läkemedel',
  ],
  data_sources: ['Patienten', 'Skatteverket'],
  recipients: ['Personal inom regionen', 'Myndigheter när lag kräver det'],
  transfers: 'Förs inte över till land utanför EU',
  systems: ['Vårdadministrativt system'],
}

/** A region's patient records as the region itself published them, or a text of ours when the collection is not at hand. */
export function publishedPatientRecords(): Published {
  if (!existsSync(collection)) return own
  const lines = readFileSync(collection, 'utf8').trim().split('\n')
  const rows = lines.map((line) => JSON.parse(line) as Published & { id: string })
  return rows.find(({ id }) => id === 'SE-RDA-01') ?? own
}
