import type { ProcessingContext } from '../../functions/processing/context.ts'
import { now } from '../api/clock.ts'
import { orgUnits, type Unit } from '../directory/org-units.ts'
import { pathOf } from '../directory/unit-path.ts'
import { useLoad, type Loaded } from '../loading/use-load.ts'
import { useSession } from '../shell/session.ts'
import { dayOf } from '../text/format.ts'
import { loadCodes } from '../words/codes.ts'

export interface World {
  units: readonly Unit[]
  context: ProcessingContext
}

/** What the form's rules need to know beside the answers: the organisation, the DSO's codes and the day. */
export function useWorld(): Loaded<World> {
  const { person } = useSession()
  return useLoad('world', async () => {
    const [units, codes] = await Promise.all([orgUnits(), loadCodes()])
    const kinds = new Map(units.map((unit) => [unit.id, unit.data.kind]))
    return {
      units,
      context: {
        today: dayOf(now()),
        codes,
        notifierId: person.id,
        unitKind: (id) => kinds.get(id),
        unitPath: (id) => pathOf(units, id).map((unit) => unit.id),
      },
    }
  })
}
