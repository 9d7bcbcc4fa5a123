import { questionText } from './question-text.ts'

/** The question as a heading, with its help, where no single control carries it. */
export function QuestionHeading({ id }: { id: string }) {
  const { label, help } = questionText(id)
  return (
    <>
      <h2 class="ds-label fk-q__heading">{label}</h2>
      {help && (
        <p data-field="description" class="fk-dim">
          {help}
        </p>
      )}
    </>
  )
}
