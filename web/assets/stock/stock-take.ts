import type { Envelope, Full, List } from '../../api/record.ts'
import { getJson, sendJson } from '../../api/request.ts'

export interface StockTakeData {
  orgUnitId: string
  name?: string
  counted?: { code: string; assetId?: string; at: string; by: string }[]
  closedAt?: string
}

export type StockTake = Full<StockTakeData>

export interface CountedAsset {
  id: string
  kind: string
  number?: string
  name: string
}

export interface Stranger extends Partial<CountedAsset> {
  code: string
  orgUnitId?: string
}

/** What a walk through a unit has come to so far. */
export interface Outcome {
  found: CountedAsset[]
  missing: CountedAsset[]
  unexpected: Stranger[]
  /** The unit has more assets than were compared. */
  more: boolean
}

/** Stock-takes, latest first. @throws Problem */
export async function readStockTakes(): Promise<Envelope<StockTakeData>[]> {
  return (await getJson<List<Envelope<StockTakeData>>>('/api/stock-takes?sort=-updatedAt&limit=50')).items
}

/** @throws Problem */
export function readOutcome(id: string): Promise<Outcome> {
  return getJson<Outcome>(`/api/stock-takes/${id}/outcome`)
}

/** Counts what has been read or written; the same thing twice counts once. @throws Problem */
export async function countThings(id: string, revision: number, codes: readonly string[]): Promise<StockTake> {
  return (await sendJson<StockTake>('POST', `/api/stock-takes/${id}/count`, { codes }, { ifMatch: revision })).data
}
