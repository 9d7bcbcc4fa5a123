import type { JSX } from 'preact'
import { Waiting } from '../components/waiting.tsx'
import { useLoad } from '../loading/use-load.ts'
import { loadTexts } from '../text/text.ts'

/** The key figures, fetched only where they are shown. */
export function OverviewLater(): JSX.Element {
  const { data: Overview } = useLoad('overview-part', async () => {
    const [part] = await Promise.all([import('./overview.tsx'), loadTexts(['overview', 'proof'])])
    return part.Overview
  })
  return Overview ? <Overview /> : <Waiting lines={9} />
}
