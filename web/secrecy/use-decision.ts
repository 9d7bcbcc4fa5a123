import { useState } from 'preact/hooks'
import { Problem } from '../api/problem.ts'
import { moveRecord } from '../api/records.ts'
import { t } from '../text/text.ts'
import type { Markable } from './marks.ts'

export interface Decision {
  busy: boolean
  /** Why it was refused. */
  problem: string | undefined
  decide: (transition: string, data: object, comment: string) => Promise<void>
}

/** Sends what a dialog about secrecy decides or proposes. Needs the topic `forms`. */
export function useDecision({ plural, record }: Markable, onDone: () => void): Decision {
  const [busy, setBusy] = useState(false)
  const [problem, setProblem] = useState<string>()
  const decide = async (transition: string, data: object, comment: string): Promise<void> => {
    if (busy) return
    setBusy(true)
    try {
      const said = comment.trim()
      await moveRecord(plural, record.id, record.revision, transition, { data, ...(said && { comment: said }) })
      onDone()
    } catch (error) {
      setProblem(sentenceOf(error))
    } finally {
      setBusy(false)
    }
  }
  return { busy, problem, decide }
}

function sentenceOf(error: unknown): string {
  if (!(error instanceof Problem)) return t('parts.trouble.server.text')
  if (error.status === 0) return t('parts.trouble.offline.text')
  if (error.status === 412) return t('forms.move.changedMeanwhile')
  const { missing, errors, detail, title } = error.body
  return missing?.[0]?.detail ?? errors?.[0]?.detail ?? detail ?? title
}
