import type { Full } from './record.ts'
import { sendJson } from './request.ts'

/** Creates a record of any kind; the same key again answers with the same record. @throws Problem */
export async function createRecord<T>(plural: string, data: object, key: string): Promise<Full<T>> {
  return (await sendJson<Full<T>>('POST', `/api/${plural}`, { data }, { idempotencyKey: key })).data
}

/** Replaces a record's data. @throws Problem 412 when somebody saved in between */
export async function updateRecord<T>(plural: string, id: string, revision: number, data: object): Promise<Full<T>> {
  return (await sendJson<Full<T>>('PUT', `/api/${plural}/${id}`, { data }, { ifMatch: revision })).data
}

/** Moves a record of any kind to another state. @throws Problem 409 with what is missing */
export async function moveRecord<T>(
  plural: string,
  id: string,
  revision: number,
  transition: string,
): Promise<Full<T>> {
  return (await sendJson<Full<T>>('POST', `/api/${plural}/${id}/transitions`, { transition }, { ifMatch: revision }))
    .data
}
