import { createBackground, type Background } from '../../functions/local/background.ts'
import type { WorkLine } from '../../functions/mail/mail-deps.ts'
import { type Mail, pendingMail, type SettledMail, settledMails } from '../../functions/mail/mail.ts'
import type { Post } from '../../functions/mail/post.ts'
import type { TestApp } from './app.ts'

/** One letter as the post was given it, with who it was for. */
export interface SentLetter {
  address: string
  subject: string
  text: string
  link: string
}

/** What follows from changes in a test product: follow-up work, mail and the nightly pass, with a post that keeps the letters. */
export interface Aftermath {
  background: Background
  letters: SentLetter[]
  lines: WorkLine[]
  /** Settles what there is to do; answers the mails settled since the last call, as `userId what number`, sorted. */
  told(): Promise<string[]>
  /** The same after the nightly pass of the day. */
  toldAtNight(): Promise<string[]>
}

/** Gives everybody in the product an address, and runs what follows from changes. What was changed before is passed over. */
export async function openAftermath(app: TestApp, post?: Partial<Post>): Promise<Aftermath> {
  const letters: SentLetter[] = []
  const lines: WorkLine[] = []
  const kept: Post = {
    send: async (letter, address, id) => {
      await post?.send?.(letter, address, id)
      letters.push({ address, ...letter })
    },
  }
  const background = createBackground(app.core, {
    feed: app.changes,
    origin: 'https://forteckna.test',
    report: (line) => void lines.push(line),
    post: kept,
  })
  for (let some = app.changes.changes(1000); some.length > 0; some = app.changes.changes(1000))
    app.changes.forget(some.at(-1)?.seq ?? 0)
  const names = new Map(Object.entries(app.people).map(([userId, id]) => [id, userId]))
  const seen = new Set<string>()

  async function fresh(): Promise<string[]> {
    const { items } = await app.store.query(settledMails, { limit: 1000 })
    const mails = items.map(({ body }) => body as unknown as SettledMail).filter(({ id }) => !seen.has(id))
    for (const { id } of mails) seen.add(id)
    return mails.map((mail) => describe(mail, names)).sort()
  }
  const told = async (): Promise<string[]> => {
    await background.settle()
    return fresh()
  }
  return {
    background,
    letters,
    lines,
    told,
    toldAtNight: async () => {
      await background.night()
      return told()
    },
  }
}

/** Mails that wait in the outbox. */
export async function waitingMails(app: Pick<TestApp, 'store'>): Promise<Mail[]> {
  return (await app.store.query(pendingMail, { limit: 1000 })).items.map(({ body }) => body as unknown as Mail)
}

function describe(
  { personId, sentTo, what, number, outcome }: SettledMail,
  names: ReadonlyMap<string, string>,
): string {
  const name = (id: string) => names.get(id) ?? id
  const to = sentTo && sentTo !== personId ? ` -> ${name(sentTo)}` : ''
  return `${name(personId)}${to} ${what} ${number ?? '-'}${outcome === 'sent' ? '' : ` ${outcome}`}`
}
