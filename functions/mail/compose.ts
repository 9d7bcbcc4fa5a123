import { fill } from '../http/sentence.ts'
import type { Mail, MailName } from './mail.ts'
import en from './text/en/mail.json' with { type: 'json' }
import sv from './text/sv/mail.json' with { type: 'json' }

/** What is sent: the record's number and a link, and nothing of what it is about (S0: nothing in a mail but what leads to it). */
export interface Letter {
  subject: string
  text: string
  link: string
}

const texts = { sv, en }
const ofKind: { readonly [kind: string]: string } = {
  activity: '/behandlingar/:id',
  agreement: '/avtal/:id',
  supplier: '/leverantorer/:id',
  application: '/tillgangar/system/:id',
  feed: '/inlasning',
}
const ofName: { readonly [what in MailName]?: string } = {
  receipt: '/anmalningar/:id',
  returned: '/anmalningar/:id',
  returnedSoon: '/anmalningar/:id',
  returnedLate: '/anmalningar/:id',
  notRegistrable: '/anmalningar/:id',
  attest: '/attestera/:id',
  reviewDue: '/avstam/:id',
  reviewLate: '/avstam/:id',
  take: '/granska/:id',
  review: '/granska/:id',
  register: '/granska/:id',
  confirmRefusal: '/granska/:id',
  // Who looks after suppliers need not read the notification: the start page leads on.
  missingSupplier: '/',
}

/** The mail in words. `origin` is where the product is, without a slash at its end. */
export function compose(mail: Mail, language: 'sv' | 'en', origin: string): Letter {
  const words = texts[language]
  const link = origin + linkPath(mail)
  const { number } = mail
  return number
    ? { subject: fill(words.subject, { number }), text: fill(words.body, { number, link }), link }
    : { subject: words.subjectWithoutNumber, text: fill(words.bodyWithoutNumber, { link }), link }
}

function linkPath({ what, kind, recordId }: Mail): string {
  const path = (kind === 'activity' ? ofName[what] : undefined) ?? ofKind[kind] ?? '/'
  return path.replace(':id', encodeURIComponent(recordId))
}
