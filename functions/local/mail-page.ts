import { Html, html } from '../identity/html.ts'
import { acceptedLanguage, type Language } from '../http/language.ts'
import { answerHeaders, type HttpAnswer, type HttpRequest } from '../http/message.ts'
import { pagePolicy } from '../http/security-headers.ts'
import { fill } from '../http/sentence.ts'
import type { SentMail, Shown, ShownMail } from './sent-mail.ts'
import en from './text/en/mail-page.json' with { type: 'json' }
import sv from './text/sv/mail-page.json' with { type: 'json' }

const texts = { sv, en }
const path = '/dev/mail'

/** Answers the outbox page, which only the local server has; undefined for every other address. */
export async function answerMailPage(
  request: HttpRequest,
  read: () => Promise<SentMail>,
  stylesheets: readonly string[],
): Promise<HttpAnswer | undefined> {
  const { pathname, searchParams } = new URL(request.url)
  if (pathname !== path || (request.method !== 'GET' && request.method !== 'HEAD')) return undefined
  const asked = searchParams.get('language')
  const language = asked === 'sv' || asked === 'en' ? asked : acceptedLanguage(request.headers.get('accept-language'))
  const headers = answerHeaders({
    'Content-Type': 'text/html; charset=utf-8',
    'Content-Security-Policy': pagePolicy,
    'Cache-Control': 'no-store',
  })
  return { status: 200, headers, body: mailPage(await read(), language, stylesheets) }
}

/** The page itself. */
export function mailPage(
  { mails, unreachable, aside }: SentMail,
  language: Language,
  sheets: readonly string[],
): string {
  const words = texts[language]
  const other = language === 'sv' ? 'en' : 'sv'
  return html`<!doctype html>
    <html lang="${language}" data-size="md" data-color-scheme="light">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>${words.title} – Förteckna</title>
        <link rel="icon" href="/favicon.svg" type="image/svg+xml" />
        ${sheets.map((href) => html`<link rel="stylesheet" href="${href}" />`)}
      </head>
      <body>
        <a class="ds-skip-link" href="#main">${words.skip}</a>
        <header class="fk-top" data-size="sm">
          <div class="fk-wrap">
            <a class="fk-brand" href="/">Förteckna</a>
            <div class="fk-top__end">
              <a href="${path}?language=${other}" lang="${other}" hreflang="${other}">${words.otherLanguage}</a>
            </div>
          </div>
        </header>
        <main id="main" tabindex="-1">
          <div class="fk-wrap">
            <h1 class="fk-h1">${words.title}</h1>
            <p class="fk-lead fk-mt-s">${words.lead}</p>
            ${mails.length > 0 ? mailTable(mails, language) : html`<p class="fk-mt">${words.none}</p>`}
            ${named(
              words.unreachable,
              '',
              unreachable.map((one) => personText(one, language)),
            )}
            ${named(words.aside, words.asideLead, aside)}
          </div>
        </main>
      </body>
    </html>`.text
}

function mailTable(mails: readonly ShownMail[], language: Language): Html {
  const words = texts[language]
  const heads = [words.at, words.to, words.subject, words.state]
  return html`<section class="fk-sec" aria-labelledby="mails">
    <header><h2 class="fk-h2" id="mails">${words.mails}</h2></header>
    <table class="ds-table fk-table" data-stack data-size="sm" role="table">
      <thead role="rowgroup">
        <tr role="row">
          ${heads.map((head) => html`<th scope="col" role="columnheader">${head}</th>`)}
        </tr>
      </thead>
      <tbody role="rowgroup">
        ${mails.map((mail) => mailRow(mail, language))}
      </tbody>
    </table>
  </section>`
}

function mailRow({ at, to, insteadOf, subject, text, link, outcome }: ShownMail, language: Language): Html {
  const words = texts[language]
  const receiver = insteadOf
    ? fill(words.instead, { name: to.name, address: to.address ?? '-', other: insteadOf.name })
    : personText(to, language)
  return html`<tr role="row">
    <td role="cell"><time datetime="${at}">${at.slice(0, 16).replace('T', ' ')} UTC</time></td>
    <td role="cell">${receiver}</td>
    <td role="cell"><a href="${link}" title="${text}">${subject}</a></td>
    <td role="cell">${outcome === 'waiting' ? words.waiting : words.outcome[outcome]}</td>
  </tr>`
}

function personText({ name, address }: Shown, language: Language): string {
  const words = texts[language]
  return address ? fill(words.person, { name, address }) : fill(words.withoutAddress, { name })
}

function named(title: string, lead: string, lines: readonly string[]): Html {
  if (lines.length === 0) return new Html('')
  return html`<section class="fk-sec">
    <header><h2 class="fk-h2">${title}</h2></header>
    ${lead ? html`<p>${lead}</p>` : ''}
    <ul>
      ${lines.map((line) => html`<li>${line}</li>`)}
    </ul>
  </section>`
}
