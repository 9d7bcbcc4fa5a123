import type { JSX } from 'preact'
import { useState } from 'preact/hooks'
import { Problem } from '../api/problem.ts'
import type { Note } from '../api/record.ts'
import { TextArea } from '../components/text-area.tsx'
import { Thread } from '../components/thread.tsx'
import { useNames } from '../directory/names.ts'
import { announce } from '../shell/announcer.tsx'
import { t } from '../text/text.ts'

interface Props {
  notes: readonly Note[]
  /** What a note points at, in words. */
  aboutOf: (note: Note) => string | undefined
  send: (text: string) => Promise<unknown>
  onSent: () => void
}

/** The whole conversation about a record, oldest first, and a field to go on with it. */
export function CommentsPart({ notes, aboutOf, send, onSent }: Props): JSX.Element {
  const names = useNames()
  return (
    <section class="fk-sec" data-first aria-labelledby="kommentarer">
      <header>
        <h2 class="fk-h2" id="kommentarer">
          {t('record.comments.heading')}
        </h2>
      </header>
      {notes.length === 0 && <p class="fk-dim">{t('record.comments.none')}</p>}
      <Thread
        posts={notes.map((note) => {
          const about = aboutOf(note)
          return {
            id: note.id,
            who: names.person(note.by),
            at: note.at,
            text: note.text,
            mark: about && <span>{about}</span>,
          }
        })}
      >
        <NewComment send={send} onSent={onSent} />
      </Thread>
    </section>
  )
}

function NewComment({ send: sendText, onSent }: Pick<Props, 'send' | 'onSent'>): JSX.Element {
  const [text, setText] = useState('')
  const [error, setError] = useState<string>()
  const send = async (): Promise<void> => {
    if (!text.trim()) {
      setError(t('record.comments.need'))
      return
    }
    try {
      await sendText(text.trim())
      setText('')
      setError(undefined)
      announce(t('record.comments.sent'))
      onSent()
    } catch (problem) {
      setError(sentenceOf(problem))
    }
  }
  return (
    <form
      class="fk-stack"
      noValidate
      onSubmit={(event) => {
        event.preventDefault()
        void send()
      }}
    >
      <TextArea label={t('record.comments.label')} value={text} error={error} onInput={setText} />
      <button type="submit" class="ds-button fk-btn-s" data-variant="secondary">
        {t('record.comments.send')}
      </button>
    </form>
  )
}

function sentenceOf(problem: unknown): string {
  if (!(problem instanceof Problem) || problem.status >= 500) return t('parts.trouble.server.text')
  if (problem.status === 0) return t('parts.trouble.offline.text')
  return problem.body.errors?.[0]?.detail ?? problem.body.detail ?? problem.body.title
}
