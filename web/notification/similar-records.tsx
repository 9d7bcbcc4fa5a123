import { useEffect, useState } from 'preact/hooks'
import { similarActivities, type Similar } from '../api/activities.ts'
import { useNames } from '../directory/names.ts'
import { announce } from '../shell/announcer.tsx'
import { t } from '../text/text.ts'
import { useForm } from './form-scope.ts'

const pauseMs = 500

/** Records of the same controller that look like this one; nothing when there is none. */
export function SimilarRecords() {
  const names = useNames()
  const similar = useSimilar()
  useEffect(() => {
    if (similar.length) announce(t('notification.similar.heading', { count: similar.length }))
  }, [similar.length])
  if (similar.length === 0) return null
  return (
    <div class="fk-panel fk-similar" data-size="sm">
      <h2 class="fk-h3">{t('notification.similar.heading', { count: similar.length })}</h2>
      <ul class="fk-plain">
        {similar.slice(0, 3).map((record) => (
          <li key={record.id}>
            <a class="ds-link" href={`/behandlingar/${record.id}`} target="_blank" rel="noopener">
              {[record.number, record.name].filter(Boolean).join(' ')}
              <span class="ds-sr-only"> {t('notification.newTab')}</span>
            </a>
            {record.orgUnitId && `, ${names.unit(record.orgUnitId)}`}
          </li>
        ))}
      </ul>
      <p>{t('notification.similar.text')}</p>
    </div>
  )
}

/** Asks for similar records when name, purpose or controller has stood still for a moment. */
export function useSimilar(): readonly Similar[] {
  const { data, recordId } = useForm()
  const [similar, setSimilar] = useState<readonly Similar[]>([])
  const name = data.name?.trim() ?? ''
  const purpose = data.purposes?.[0]?.text?.trim() ?? ''
  const controller = data.controllerOrgUnitId
  useEffect(() => {
    if (name.length < 5 && purpose.length < 20) return setSimilar([])
    const abort = new AbortController()
    const timer = setTimeout(() => {
      const query = { name, purpose, controllerOrgUnitId: controller, exclude: recordId }
      similarActivities(query, abort.signal).then(setSimilar, () => {})
    }, pauseMs)
    return () => {
      clearTimeout(timer)
      abort.abort()
    }
  }, [name, purpose, controller, recordId])
  return similar
}
