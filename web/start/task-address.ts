import type { Task } from '../api/tasks.ts'

const addresses: { [what: string]: string } = {
  returned: '/anmalningar/:id',
  draft: '/anmal/:id/a',
  attest: '/attestera/:id',
  reviewDue: '/avstam/:id',
  take: '/granska/:id',
  review: '/granska/:id',
  register: '/granska/:id',
  confirmRefusal: '/granska/:id',
}

/** Where a task is done. */
export function taskAddress({ what, id }: Pick<Task, 'what' | 'id'>): string {
  return (addresses[what] ?? '/behandlingar/:id').replace(':id', id)
}
