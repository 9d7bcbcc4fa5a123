import { questionAt } from '../../functions/processing/form.ts'
import { useLoad } from '../loading/use-load.ts'
import { useForm } from '../notification/form-scope.ts'

/** What has been asked at a question, if anything; what shows it is fetched only then. */
export function Asked({ questionId }: { questionId: string }) {
  const form = useForm()
  const notes = form.comments.filter((note) => note.pointer && questionAt(note.pointer)?.id === questionId)
  const { data } = useLoad(notes.length > 0 && form.recordId ? 'asked' : undefined, () => import('./asked-about.tsx'))
  return data && form.recordId ? (
    <data.AskedAbout questionId={questionId} recordId={form.recordId} notes={notes} />
  ) : null
}
