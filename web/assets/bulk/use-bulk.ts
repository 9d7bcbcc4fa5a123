import { useEffect, useRef, useState } from 'preact/hooks'
import { withNames } from '../../directory/names.ts'
import { runBulk, type BulkResult } from './bulk-api.ts'

export type BulkStep = 'asking' | 'looking' | 'looked' | 'doing' | 'done'

export interface Bulk {
  step: BulkStep
  /** What has been looked at or changed so far. */
  result: BulkResult | undefined
  error: unknown
  look: (body: object) => void
  apply: () => void
  back: () => void
}

/** A change of many records: looked at first, then made, with what has come so far shown on the way. */
export function useBulk(path: string): Bulk {
  const [step, setStep] = useState<BulkStep>('asking')
  const [result, setResult] = useState<BulkResult>()
  const [error, setError] = useState<unknown>()
  const [body, setBody] = useState<object>({})
  const abort = useRef<AbortController>(undefined)
  useEffect(() => () => abort.current?.abort(), [])
  const run = (sent: object, dryRun: boolean): void => {
    abort.current = new AbortController()
    setError(undefined)
    setResult(undefined)
    setStep(dryRun ? 'looking' : 'doing')
    const { signal } = abort.current
    runBulk(path, sent, dryRun, setResult, signal).then(
      async (whole) => {
        setResult(await withNames(whole))
        setStep(dryRun ? 'looked' : 'done')
      },
      (reason: unknown) => {
        if (signal.aborted) return
        setError(reason)
        setStep('asking')
      },
    )
  }
  return {
    step,
    result,
    error,
    look: (next) => {
      setBody(next)
      run(next, true)
    },
    apply: () => run(body, false),
    back: () => {
      abort.current?.abort()
      setStep('asking')
    },
  }
}
