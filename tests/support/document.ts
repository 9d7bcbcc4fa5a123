import { createHash } from 'node:crypto'
import type { TestApp } from './app.ts'
import type { Answer } from './client.ts'
import { zipOf } from './zip.ts'

/** The least that is a PDF. */
export function pdf(text = 'Intyg'): Buffer {
  return Buffer.from(`%PDF-1.7\n${text}\n%%EOF\n`)
}

/** A PDF of more than may be sent. */
export function pdfOver25Megabytes(): Buffer {
  return Buffer.concat([Buffer.from('%PDF-1.7\n'), Buffer.alloc(30 * 1024 * 1024), Buffer.from('%%EOF')])
}

/** The least that is a Word document, with further files in it. */
export function docx(more: { [name: string]: string } = {}): Buffer {
  return zipOf({ '[Content_Types].xml': '<Types/>', 'word/document.xml': '<w:document/>', ...more })
}

/** As the product writes the fingerprint of a file. */
export function sha256(content: Uint8Array): string {
  return createHash('sha256').update(content).digest('hex')
}

/** Sends a document to a record's documents (`path`) as somebody; `more` is what follows in the query, `&part=…`. */
export function sendDocument(
  app: TestApp,
  userId: string,
  path: string,
  { name, content, more = '' }: { name: string; content: Uint8Array; more?: string },
): Promise<Answer> {
  return app.as(userId).send(`${path}?name=${encodeURIComponent(name)}${more}`, {
    method: 'POST',
    body: content as never,
    headers: { 'Content-Type': 'application/octet-stream' },
  })
}

/** What a document would be had anybody written it himself. */
export const forgedDocument = {
  n: 9,
  name: 'x.pdf',
  type: 'application/pdf',
  bytes: 1,
  sha256: 'x',
  part: 'other',
  file: 'imports/x',
}
