import type { Page } from 'playwright-core'

const headings = 'Inv.nr;Datornamn;Tillverkare;Modell;Serienummer;Enhet;Ansvarig;OS;Kommentar'
const rows = [
  '104233;PC-104233;Elvedata;T14;ELV-0O8B1L5S;Vårdcentralen Eken;Olof Nyström;Fönster 11 24H2;',
  '104234;PC-104234;Elvedata;T14;ELV-0O8B1L7Q;Vårdcentralen Eken;;Fönster 11;ny',
  '104235;PC-104235;Elvedata;T14;To be filled by O.E.M.;VC Ekne;;Fönster 11;',
  ';PC-104237;Elvedata;D7;ELV-7H31A0Z2;Laboratoriet;;;',
]

/** A file of equipment with good and faulty rows. */
export function equipmentFile(lines: readonly string[] = rows): string {
  return [headings, ...lines].join('\r\n')
}

/** Sends a file from the page of imports, as from the source; the page of the import follows. */
export async function sendFile(page: Page, source: string, content = equipmentFile()): Promise<void> {
  await page.getByLabel('Källa').fill(source)
  await page
    .locator('input[type=file]')
    .setInputFiles({ name: `${source}.csv`, mimeType: 'text/csv', buffer: Buffer.from(content, 'utf8') })
  await page.getByRole('button', { name: 'Läs filen' }).click()
  await page.getByRole('heading', { name: /^Läs in / }).waitFor()
}

/** Begins a stock-take of a unit from the page of stock-takes. */
export async function beginStockTake(page: Page, unit: string): Promise<void> {
  await page.getByLabel('Verksamhet').fill(unit)
  await page.getByRole('option', { name: unit }).first().click()
  await page.getByRole('button', { name: 'Börja inventera' }).click()
  await page.getByRole('heading', { name: `Inventering av ${unit}` }).waitFor()
}
