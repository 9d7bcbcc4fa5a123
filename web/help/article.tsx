import type { JSX } from 'preact'
import { useTitle } from '../router/title.ts'
import { Main } from '../shell/main.tsx'
import { hasText, t } from '../text/text.ts'

interface Props {
  /** Key of the page's texts: heading, lead, and parts numbered from 1 with a heading and paragraphs. */
  page: string
  children?: JSX.Element
}

const mostParts = 12

/** A page of running text from its text file. */
export function Article({ page, children }: Props): JSX.Element {
  const key = `help.${page}`
  useTitle([t(`${key}.heading`)])
  return (
    <Main>
      <h1 class="fk-h1">{t(`${key}.heading`)}</h1>
      <p class="fk-lead fk-mt-s">{t(`${key}.lead`)}</p>
      {children}
      {numbered((n) => `${key}.part${n}.heading`).map((n) => (
        <section key={n} class="fk-sec">
          <h2 class="fk-h2">{t(`${key}.part${n}.heading`)}</h2>
          <div class="fk-prose fk-mt-s">
            {numbered((p) => `${key}.part${n}.text${p}`).map((p) => (
              <p key={p}>{t(`${key}.part${n}.text${p}`)}</p>
            ))}
          </div>
        </section>
      ))}
    </Main>
  )
}

function numbered(keyOf: (n: number) => string): number[] {
  return Array.from({ length: mostParts }, (_, i) => i + 1).filter((n) => hasText(keyOf(n)))
}
