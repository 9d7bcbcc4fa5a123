import { freshId } from '../../api/clock.ts'
import type { Envelope, List } from '../../api/record.ts'
import { createRecord, moveRecord } from '../../api/records.ts'
import { getJson } from '../../api/request.ts'
import type { BulkCounts } from '../bulk/bulk-api.ts'

/** All assets of a unit that go to another on a day to come. */
export interface PlanData {
  from: string
  to: string
  /** Calendar day. */
  at: string
  comment?: string
  preview?: { changed: number; refused: number }
  outcome?: { changed: number; refused: number; on: string; reason?: string }
}

export type Plan = Envelope<PlanData>

/** Moves planned, made and cancelled, the latest day first. @throws Problem */
export async function readPlans(): Promise<Plan[]> {
  return (await getJson<List<Plan>>('/api/reorganisations?sort=-name&limit=50')).items
}

/** Keeps a move with what its planner has seen that it would do. @throws Problem */
export async function planMove(move: object, { changed, refused }: BulkCounts): Promise<void> {
  await createRecord('reorganisations', { ...move, preview: { changed, refused } }, freshId())
}

/** @throws Problem */
export async function cancelMove({ id, revision }: Plan): Promise<void> {
  await moveRecord('reorganisations', id, revision, 'cancel', {})
}
