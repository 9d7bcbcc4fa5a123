import { readlinkSync } from 'node:fs'
import { constants, getPriority, setPriority } from 'node:os'

/**
 * Lets every other thread go first: for work that nobody waits for. Linux tells the threads of a process apart; elsewhere this
 * one goes on taking its turn.
 */
export function giveWay(): void {
  try {
    const thread = Number(readlinkSync('/proc/thread-self').split('/').at(-1))
    const lower = getPriority(thread) + constants.priority.PRIORITY_BELOW_NORMAL
    setPriority(thread, Math.min(lower, constants.priority.PRIORITY_LOW))
  } catch {
    return
  }
}
