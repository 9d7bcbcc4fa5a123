import type { FieldChange } from '../../register/api.ts'
import type { AssetData, ThingData } from '../data.ts'

/** What is done to many assets at once: fields that are set, a move, or a unit that takes the place of another. */
export interface BulkChange {
  usingOrgUnitIds?: string[]
  responsiblePersonId?: string
  lastVerifiedAt?: string
  /** One of the transitions, with what it asks for. */
  transition?: string
  data?: { [field: string]: unknown }
  move?: { from: string; to: string }
}

/** The data that a change would save; the same object when nothing changes. */
export function changedData<T extends AssetData>(data: T, change: BulkChange): T {
  const { usingOrgUnitIds, responsiblePersonId, lastVerifiedAt, move } = change
  return {
    ...data,
    ...(usingOrgUnitIds && { usingOrgUnitIds }),
    ...(responsiblePersonId && { responsiblePersonId }),
    ...(lastVerifiedAt && { lastVerifiedAt }),
    ...(move && moved(data, move)),
  }
}

/** Everything that names the old unit names the new one: who uses it, who owns it, whom to ask, who has it now. */
function moved(data: ThingData, { from, to }: { from: string; to: string }): Partial<ThingData> {
  const unit = (id: string | undefined) => (id === from ? to : id)
  const units = (data.usingOrgUnitIds ?? []).map((id) => (id === from ? to : id))
  return {
    ...(data.usingOrgUnitIds && { usingOrgUnitIds: [...new Set(units)] }),
    ...(data.ownerOrgUnitId && { ownerOrgUnitId: unit(data.ownerOrgUnitId) }),
    ...(data.contacts && {
      contacts: data.contacts.map((contact) => ({
        ...contact,
        ...(contact.orgUnitId && { orgUnitId: unit(contact.orgUnitId) }),
      })),
    }),
    ...(data.custody && {
      custody: data.custody.map((held) => ({
        ...held,
        ...(held.holderOrgUnitId && !held.to && { holderOrgUnitId: unit(held.holderOrgUnitId) }),
      })),
    }),
  }
}

/** What became of one asset, or would. */
export interface BulkItem {
  id: string
  kind: string
  number?: string
  name: string
  status: 'changed' | 'unchanged' | 'refused'
  changes: FieldChange[]
  /** Why it is refused, in the caller's language. */
  detail?: string
}

/** How many of each. */
export function countItems(items: readonly BulkItem[]): { [status in BulkItem['status']]: number } {
  const counts = { changed: 0, unchanged: 0, refused: 0 }
  for (const { status } of items) counts[status]++
  return counts
}
