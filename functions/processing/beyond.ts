import type { Actor } from '../register/actor.ts'
import type { ToldFinding } from '../register/api.ts'
import type { RecordOf } from '../register/record.ts'
import type { ActivityData } from './data.ts'

/** A task of another register. `what` is one of its `taskNames`. */
export interface FurtherTask {
  what: string
  kind: string
  id: string
  number?: string
  name: string
  orgUnitId?: string
  since: string
  due?: string
}

/** What other services know of activities and of people's work; whoever ties the product together hands it in. */
export interface Beyond {
  /** What neighbours make wrong with an activity today, in words. */
  findings(record: RecordOf<ActivityData>, actor: Actor): Promise<ToldFinding[]>
  /** What waits for somebody in the other registers. */
  tasks(actor: Actor, today: string): Promise<FurtherTask[]>
  taskNames: readonly string[]
}
