import { type CarriedOut, carryOutReorganisations } from '../assets/reorganisation/due-plans.ts'
import { systemActor } from '../directory/directory.ts'
import type { ChunkDeps } from './split.ts'

/** Carries out the reorganisations whose day has come, and asks to be called again when time is up before all is done. */
export async function reorganise(deps: ChunkDeps): Promise<Omit<CarriedOut, 'left'>> {
  const { engine, now, queue, timeIsUp } = deps
  const actorOf = (id: string) => deps.actorOf(id, 'sv')
  const call = { engine, now, actorOf, system: systemActor(), ...(timeIsUp && { timeIsUp }) }
  const { left, ...done } = await carryOutReorganisations(call)
  if (left) await queue.send([{ step: 'reorganise' }])
  return done
}
