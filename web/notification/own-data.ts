import { managedFields } from '../../functions/processing/form.ts'
import type { ActivityData } from '../../functions/processing/data.ts'

/** The part of a record's data that the form edits; the register's own fields are left out. */
export function ownData(data: ActivityData): ActivityData {
  return Object.fromEntries(Object.entries(data).filter(([field]) => !managedFields.includes(field))) as ActivityData
}
