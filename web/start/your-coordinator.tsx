import { coordinatorOf } from '../directory/coordinator.ts'
import { useLoad } from '../loading/use-load.ts'
import { useSession } from '../shell/session.ts'
import { t } from '../text/text.ts'

/** Whom to ask, and how to write to them. */
export function YourCoordinator() {
  const { person } = useSession()
  const { data } = useLoad(person.orgUnitId, () => coordinatorOf(person.orgUnitId))
  if (!data) return null
  return (
    <section aria-labelledby="samordnare">
      <h2 class="fk-h3" id="samordnare">
        {t('start.coordinator')}
      </h2>
      <p>
        {data.name}, {data.unitName}
        {data.email && (
          <>
            <br />
            <a class="ds-link" href={`mailto:${data.email}`}>
              {t('start.writeTo', { name: data.name.split(' ')[0] })}
            </a>
          </>
        )}
      </p>
    </section>
  )
}
