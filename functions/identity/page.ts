import type { PickablePerson } from '../http/sign-in-settings.ts'
import type { Language } from '../http/language.ts'
import { fill } from '../http/sentence.ts'
import { Html, html } from './html.ts'
import en from './text/en/picker.json' with { type: 'json' }
import sv from './text/sv/picker.json' with { type: 'json' }

const texts = { sv, en }

export interface Frame {
  language: Language
  /** Addresses of the product's style sheets. */
  stylesheets: readonly string[]
}

/** Where to choose who to be: the demo people, or anybody's user id. `unknown` is a user id that nobody has. */
export function pickerPage(
  frame: Frame & { path: string; people: readonly PickablePerson[]; unknown?: string },
): string {
  const words = texts[frame.language]
  const { path, people, unknown } = frame
  const other = frame.language === 'sv' ? 'en' : 'sv'
  const alert = html`<div class="ds-alert fk-mt" data-color="danger" role="alert">
    ${fill(words.unknown, { userId: unknown ?? '' })}
  </div>`
  return page(
    { ...frame, title: words.title, switchTo: `${path}?language=${other}` },
    html`<h1 class="fk-h1">${words.title}</h1>
      <p class="fk-lead fk-mt-s">${words.lead}</p>
      ${unknown ? alert : ''}
      <section class="fk-sec" aria-labelledby="people">
        <header>
          <h2 class="fk-h2" id="people">${words.choose}</h2>
          <span class="fk-dim fk-small">${words.local}</span>
        </header>
        <div class="fk-people" data-size="sm">${people.map((person) => personLink(person, path, frame.language))}</div>
      </section>
      <section class="fk-sec" aria-labelledby="other">
        <header><h2 class="fk-h2" id="other">${words.other}</h2></header>
        <form method="get" action="${path}" data-size="sm" class="fk-mt-s">
          <div class="ds-field">
            <label class="ds-label" for="as">${words.userId}</label>
            <input
              class="ds-input"
              id="as"
              name="as"
              required
              autocomplete="off"
              autocapitalize="none"
              spellcheck="false"
            />
          </div>
          <p class="fk-mt"><button class="ds-button" data-variant="secondary">${words.signIn}</button></p>
        </form>
      </section>`,
  )
}

/** What is said when a sign-in cannot go on; leads back to where it can begin again. */
export function faultPage(frame: Frame): string {
  const words = texts[frame.language]
  return page(
    { ...frame, title: words.faultTitle },
    html`<h1 class="fk-h1">${words.faultTitle}</h1>
      <p class="fk-lead fk-mt-s">${words.fault}</p>
      <p class="fk-mt"><a class="ds-button" data-variant="primary" href="/">${words.again}</a></p>`,
  )
}

function personLink({ userId, displayName, title, unitName }: PickablePerson, path: string, language: Language): Html {
  const tasks = (texts[language].tasks as { [userId: string]: string })[userId]
  const place = [title, unitName].filter(Boolean).join(', ')
  return html`<a href="${path}?as=${encodeURIComponent(userId)}"
    ><b>${displayName}</b><code>${userId}</code><span>${[place, tasks].filter(Boolean).join('. ')}</span></a
  >`
}

function page(
  { language, stylesheets, title, switchTo }: Frame & { title: string; switchTo?: string },
  body: Html,
): string {
  const words = texts[language]
  const other = language === 'sv' ? 'en' : 'sv'
  const switcher = html`<a href="${switchTo ?? ''}" lang="${other}" hreflang="${other}">${words.otherLanguage}</a>`
  return html`<!doctype html>
    <html lang="${language}" data-size="md" data-color-scheme="light">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>${title} – Förteckna</title>
        <link rel="icon" href="/favicon.svg" type="image/svg+xml" />
        ${stylesheets.map((href) => html`<link rel="stylesheet" href="${href}" />`)}
      </head>
      <body>
        <a class="ds-skip-link" href="#main">${words.skip}</a>
        <header class="fk-top" data-size="sm">
          <div class="fk-wrap">
            <a class="fk-brand" href="/">${logo}Förteckna</a>
            <div class="fk-top__end">${switchTo ? switcher : ''}</div>
          </div>
        </header>
        <main id="main" tabindex="-1">
          <div class="fk-wrap"><div class="fk-signin">${body}</div></div>
        </main>
      </body>
    </html>`.text
}

const logo = new Html(
  '<svg viewBox="0 0 26 26" aria-hidden="true"><path d="M3 2h20v4.5H7.5V11H17v4.5H7.5V24H3z" fill="currentColor" /><circle cx="20.5" cy="21" r="3.5" fill="#f2b544" /></svg>',
)
