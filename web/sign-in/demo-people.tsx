import type { SignInOptions } from '../api/session.ts'
import { hasText, t } from '../text/text.ts'

interface DemoPeopleProps {
  people: NonNullable<SignInOptions['people']>
  address: (hint: string) => string
}

/** The local environment's invented people, each a press away. */
export function DemoPeople({ people, address }: DemoPeopleProps) {
  return (
    <section class="fk-sec" aria-labelledby="demo">
      <header>
        <h2 class="fk-h2" id="demo">
          {t('sign-in.people')}
        </h2>
        <span class="fk-dim fk-small">{t('sign-in.peopleNote')}</span>
      </header>
      <div class="fk-people" data-size="sm">
        {people.map((person) => (
          <a key={person.userId} href={address(person.userId)}>
            <b>{person.displayName}</b>
            <code>{person.userId}</code>
            <span>{about(person)}</span>
          </a>
        ))}
      </div>
    </section>
  )
}

function about({ userId, title, unitName }: DemoPeopleProps['people'][number]): string {
  const does = `sign-in.does.${userId}`
  return [[title, unitName].filter(Boolean).join(', '), hasText(does) ? t(does) : undefined].filter(Boolean).join('. ')
}
