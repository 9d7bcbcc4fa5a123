import type { JSX } from 'preact'
import { useEffect, useState } from 'preact/hooks'
import { getJson } from '../../api/request.ts'
import { countryName } from '../../fields/countries.ts'
import { t } from '../../text/text.ts'
import { supplierAddress } from '../supplier.ts'

interface Similar {
  id: string
  number?: string
  name: string
  matched: string
  country?: string
  state: string
}

const pauseMs = 300
const shortest = 3

interface Props {
  name: string
  self: string | undefined
  /** Takes one of them instead of a new one. */
  onPick: ((id: string) => void) | undefined
}

/** Suppliers whose names are like the one being written: suggested, never joined. */
export function SimilarSuppliers({ name, self, onPick }: Props): JSX.Element | null {
  const [found, setFound] = useState<Similar[]>([])
  const wanted = name.trim()
  useEffect(() => {
    if (wanted.length < shortest) return setFound([])
    const abort = new AbortController()
    const query = new URLSearchParams({ name: wanted, ...(self ? { exclude: self } : {}) })
    const timer = setTimeout(
      () =>
        getJson<{ items: Similar[] }>(`/api/suppliers/similar?${query}`, abort.signal).then(
          ({ items }) => setFound(items),
          () => {},
        ),
      pauseMs,
    )
    return () => {
      clearTimeout(timer)
      abort.abort()
    }
  }, [wanted, self])
  return (
    <div role="status" class="fk-mt">
      {found.length > 0 && (
        <div class="fk-sug">
          <p>
            <b>{t('supplier-form.similar', { count: found.length })}</b> {t('supplier-form.similarText')}
          </p>
          <ul class="ds-list">
            {found.map(({ id, number, name: own, matched, country, state }) => (
              <li key={id}>
                <a class="ds-link" href={supplierAddress(id)}>
                  {own}
                </a>{' '}
                <span class="fk-small fk-dim">
                  {[
                    number,
                    country && countryName(country),
                    matched !== own && t('supplier-form.alsoCalled', { name: matched }),
                    state === 'ended' && t('suppliers.supplier.state.ended'),
                  ]
                    .filter(Boolean)
                    .join(', ')}
                </span>
                {onPick && (
                  <>
                    {' '}
                    <button type="button" class="fk-linklike fk-small" onClick={() => onPick(id)}>
                      {t('supplier-form.named.pick')}
                      <span class="ds-sr-only"> {own}</span>
                    </button>
                  </>
                )}
              </li>
            ))}
          </ul>
        </div>
      )}
    </div>
  )
}
