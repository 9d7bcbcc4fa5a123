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
  missingSupplier: '/leverantorer/ny',
  decideSubProcessor: '/avtal/:id',
  assessChange: '/avtal/:id',
  giveNotice: '/avtal/:id',
  agreementEnds: '/avtal/:id',
  followUpSupplier: '/avtal/:id',
  confirmChecklist: '/avtal/:id',
}

/** Where a task is done. */
export function taskAddress({
  what,
  kind,
  id,
  name,
}: Pick<Task, 'what' | 'id'> & { kind?: string; name?: string }): string {
  if (what === 'missingSupplier' && name) return `/leverantorer/ny?namn=${encodeURIComponent(name)}&behandling=${id}`
  const address = kind === 'supplier' ? '/leverantorer/:id' : addresses[what]
  return (address ?? '/behandlingar/:id').replace(':id', id)
}
