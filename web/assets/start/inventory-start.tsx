import type { JSX } from 'preact'
import { hasRole, useSession } from '../../shell/session.ts'
import { kindsKeptBy } from '../asset.ts'
import { OwnSystems } from './own-systems.tsx'
import { WatchList } from './watch-list.tsx'

/** What waits in the inventory: for those who keep assets, and for those who own systems. */
export function InventoryStart(): JSX.Element {
  const session = useSession()
  const kept = kindsKeptBy(session).filter((kind) => hasRole(session, kind.keeper))
  return (
    <>
      {kept.length > 0 && <WatchList kinds={kept} />}
      {hasRole(session, 'systemOwner', 'systemAdmin') && <OwnSystems personId={session.person.id} />}
    </>
  )
}
