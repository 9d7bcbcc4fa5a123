import { useEffect, useState } from 'preact/hooks'
import { isPassing } from '../api/problem.ts'
import { isUnderWay, readImport, type Job } from './job.ts'

const pollMs = 1000

export interface Watched {
  job: Job | undefined
  error: unknown
  /** Shows what a change of the import was answered with. */
  show: (job: Job) => void
  reload: () => void
}

/** An import, read again each second while the server works on it. */
export function useJob(id: string): Watched {
  const [job, setJob] = useState<Job>()
  const [error, setError] = useState<unknown>()
  const [turn, setTurn] = useState(0)
  const running = job !== undefined && isUnderWay(job)
  useEffect(() => {
    let dropped = false
    const timer = setTimeout(
      () =>
        readImport(id).then(
          (read) => {
            if (dropped) return
            setError(undefined)
            setJob(read)
            if (isUnderWay(read)) setTurn((n) => n + 1)
          },
          (reason: unknown) => {
            if (dropped) return
            if (job && isPassing(reason)) setTurn((n) => n + 1)
            else setError(reason)
          },
        ),
      running ? pollMs : 0,
    )
    return () => {
      dropped = true
      clearTimeout(timer)
    }
  }, [id, turn])
  return {
    job: job?.id === id ? job : undefined,
    error,
    show: (next) => {
      setJob(next)
      if (isUnderWay(next)) setTurn((n) => n + 1)
    },
    reload: () => setTurn((n) => n + 1),
  }
}
