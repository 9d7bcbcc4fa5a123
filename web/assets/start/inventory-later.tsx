import type { JSX } from 'preact'
import { WaitingPart } from '../../components/waiting.tsx'
import { useLoad } from '../../loading/use-load.ts'
import { loadTexts } from '../../text/text.ts'

/** What waits in the inventory, fetched only for those whose start page shows it. */
export function InventoryLater(): JSX.Element {
  const { data: Inventory } = useLoad('inventory-part', async () => {
    const [part] = await Promise.all([import('./inventory-start.tsx'), loadTexts(['asset-start'])])
    return part.InventoryStart
  })
  return Inventory ? <Inventory /> : <WaitingPart />
}
