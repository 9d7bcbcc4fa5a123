import { expect } from 'vitest'
import type { TestApp } from '../../support/app.ts'
import type { Answer } from '../../support/client.ts'

/** An asset under test, with its newest revision. */
export interface Asset {
  path: string
  id: string
  revision: number
}

/** Creates an asset as somebody. */
export async function createAsset(product: TestApp, userId: string, path: string, data: object): Promise<Asset> {
  const answer = await product.as(userId).post(path, { data })
  if (answer.status !== 201) throw new Error(JSON.stringify(answer.body))
  return { path, id: answer.body.id, revision: answer.body.revision }
}

/** Makes a transition on the newest revision, and remembers the next one. */
export async function move(
  product: TestApp,
  userId: string,
  asset: Asset,
  transition: string,
  data?: object,
): Promise<Answer> {
  const answer = await product
    .as(userId)
    .post(
      `${asset.path}/${asset.id}/transitions`,
      { transition, ...(data && { data }) },
      { 'If-Match': `"${asset.revision}"` },
    )
  if (answer.status === 200) asset.revision = answer.body.revision
  return answer
}

/** Adds to an asset's data. */
export async function change(product: TestApp, userId: string, asset: Asset, more: object): Promise<Answer> {
  const client = product.as(userId)
  const { body } = await client.get(`${asset.path}/${asset.id}`)
  const answer = await client.put(
    `${asset.path}/${asset.id}`,
    { data: { ...body.data, ...more } },
    { 'If-Match': `"${body.revision}"` },
  )
  if (answer.status === 200) asset.revision = answer.body.revision
  return answer
}

/** The pointers of what an answer says is missing. */
export function lacking(answer: Answer): string[] {
  expect(answer.status).toBe(409)
  return answer.body.missing.map(({ pointer }: { pointer: string }) => pointer)
}
