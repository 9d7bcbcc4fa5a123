import { useEffect, useRef } from 'preact/hooks'
import { signInAddress } from '../api/session.ts'
import { t } from '../text/text.ts'

/** Shown over a page whose session has ended; the page and what is written on it stay. */
export function Expired() {
  const dialog = useRef<HTMLDialogElement>(null)
  useEffect(() => dialog.current?.showModal(), [])
  return (
    <dialog ref={dialog} class="ds-dialog" aria-labelledby="utloggad">
      <h2 class="fk-h3" id="utloggad">
        {t('shell.expired.heading')}
      </h2>
      <p>{t('shell.expired.text')}</p>
      <div class="fk-row">
        <a class="ds-button" data-variant="primary" href={signInAddress(location.pathname + location.search)}>
          {t('shell.signIn')}
        </a>
      </div>
    </dialog>
  )
}
