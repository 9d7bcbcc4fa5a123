import type { Counts } from '../components/severity.tsx'
import type { List } from './record.ts'
import { getJson } from './request.ts'

/** One thing that waits for the person who asks. */
export interface Task {
  what: string
  kind: string
  id: string
  number?: string
  name: string
  orgUnitId?: string
  since: string
  due?: string
  findings?: Counts
}

const reviewed: readonly string[] = ['take', 'review', 'register', 'confirmRefusal', 'confirmEnd']

/** Everything that waits for this person, in the order of the work list. */
export async function readTasks(): Promise<Task[]> {
  return (await getJson<List<Task>>('/api/tasks')).items
}

/** What waits to be reviewed, oldest first; a case that waits for two things stands once. */
export async function readInbox(): Promise<Task[]> {
  const tasks = (await readTasks()).filter((task) => reviewed.includes(task.what))
  const byId = new Map(tasks.map((task) => [task.id, task]))
  return [...byId.values()].toSorted((a, b) => a.since.localeCompare(b.since))
}
