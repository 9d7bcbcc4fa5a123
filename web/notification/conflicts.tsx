import { useLoad } from '../loading/use-load.ts'
import { loadTexts } from '../text/text.ts'
import type { ConflictProps } from './draft-conflicts.tsx'

/** Answers changed in two places, if there are any; what shows them is fetched only then. */
export function Conflicts(props: ConflictProps) {
  const { data: Panel } = useLoad(props.view.conflicts.length > 0 ? 'conflict' : undefined, async () => {
    const [part] = await Promise.all([import('./draft-conflicts.tsx'), loadTexts(['conflict'])])
    return part.DraftConflicts
  })
  return Panel ? <Panel {...props} /> : null
}
