import type { Question } from '../../functions/processing/question.ts'
import { useForm } from '../notification/form-scope.ts'
import { RefsField } from '../pickers/refs-field.tsx'
import { questionText } from './question-text.ts'

/** Systems and services from the inventory; one that it lacks is written with its name. */
export function SystemsQuestion({ question }: { question: Question }) {
  const form = useForm()
  const { applicationIds = [], unlistedSystems = [] } = form.data
  const error = form.errors.get('/applicationIds') ?? firstUnder(form.errors, '/unlistedSystems')
  return (
    <RefsField
      pointer="/applicationIds"
      text={{ ...questionText(question.id), ...(error ? { error } : {}) }}
      main
      kind="application"
      units={form.units}
      value={applicationIds}
      onChange={(ids) => form.set('/applicationIds', ids.length ? ids : undefined)}
      written={unlistedSystems}
      onWritten={(names) => form.set('/unlistedSystems', names.length ? names : undefined)}
    />
  )
}

function firstUnder(errors: ReadonlyMap<string, string>, pointer: string): string | undefined {
  return [...errors].find(([at]) => at.startsWith(pointer))?.[1]
}
