import { useLocation } from 'preact-iso/router'
import { useEffect, useLayoutEffect, useMemo, useRef, useState } from 'preact/hooks'
import { form, questionAt } from '../../functions/processing/form.ts'
import { suggestionsFor } from '../../functions/processing/suggestions.ts'
import { openQuestions } from '../../functions/processing/workflow/questions.ts'
import { commentsOf } from '../api/activities.ts'
import type { Note } from '../api/record.ts'
import { wantFocus } from '../router/focus.ts'
import type { PageProps } from '../router/page.ts'
import { Failure } from '../shell/failure.tsx'
import { Main } from '../shell/main.tsx'
import { NotFound } from '../shell/not-found.tsx'
import { useSession } from '../shell/session.ts'
import { Waiting } from '../components/waiting.tsx'
import { answerErrors } from './answer-errors.ts'
import { FormBar } from './form-bar.tsx'
import { FormContext, type FormScope } from './form-scope.ts'
import { NotEditable } from './not-editable.tsx'
import { Part } from './part.tsx'
import { withAnswer, withUnclear } from './set-answer.ts'
import { startingData } from './starting-data.ts'
import { useDraft } from './use-draft.ts'
import { useWorld } from './use-world.ts'

/** A notification being written: one part of it at a time, or (part K) all of it to be checked and sent. */
export function NotificationPage({ params, query }: PageProps) {
  const session = useSession()
  const { route } = useLocation()
  const { data: world, error: worldError, reload } = useWorld()
  const start = useMemo(() => startingData(query, session.person), [])
  const { draft, error, retry } = useDraft(params['id']!, start, world?.context)
  const [comments, setComments] = useState<readonly Note[]>([])
  const view = draft?.view()
  const id = view?.record?.id
  useEffect(() => {
    const newest = location.pathname.split('/')
    if (id && newest[2] === 'ny') route(`/anmal/${id}/${newest[3]}`, true)
  }, [id, params['id']])
  const renewComments = (): void => {
    if (id) void commentsOf(id).then(setComments, () => {})
  }
  useEffect(renewComments, [id])
  const part = params['part']!.toUpperCase()
  const before = useRef(part)
  useLayoutEffect(() => {
    if (before.current === part) return
    before.current = part
    scrollTo(0, 0)
    wantFocus()
  }, [part])
  if (!form.some((section) => section.id === part)) return <NotFound />
  if (error ?? worldError) return <Failure error={error ?? worldError} onRetry={error ? retry : reload} />
  if (!draft || !view || !world) {
    return (
      <Main>
        <Waiting lines={6} />
      </Main>
    )
  }
  if (view.record && !view.record.allowed.includes('edit')) return <NotEditable record={view.record} />
  const scope: FormScope = {
    ...world,
    data: view.data,
    errors: answerErrors(view.data, world.context, view.refused, document.activeElement?.id),
    suggestions: suggestionsFor(view.data, world.context),
    comments,
    asked: openQuestions({ ...view.record?.data, ...view.data }, comments).map((at) => questionAt(at)?.id ?? ''),
    set: (pointer, value) => draft.edit(withAnswer(draft.view().data, pointer, value)),
    apply: (change) => draft.edit({ ...draft.view().data, ...change }),
    setUnclear: (pointer, on) => draft.edit(withUnclear(draft.view().data, pointer, on)),
    recordId: id,
    mayComment: view.record?.state === 'returned',
    renewComments,
  }
  const address = (section: string): string => `/anmal/${draft.view().record?.id ?? 'ny'}/${section.toLowerCase()}`
  return (
    <FormContext.Provider value={scope}>
      <FormBar view={view} />
      <Part id={part} draft={draft} address={address} focus={query['fraga'] ?? location.hash.slice(1)} />
    </FormContext.Provider>
  )
}
