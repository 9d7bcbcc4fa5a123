import { useLocation } from 'preact-iso/router'
import { useEffect, useRef, useState } from 'preact/hooks'
import { Empty } from '../components/empty.tsx'
import { RadioList } from '../fields/radio-list.tsx'
import { RefField } from '../pickers/ref-field.tsx'
import { choicesOf, explained } from '../questions/choices.ts'
import { Why } from '../questions/why.tsx'
import { questionText } from '../questions/question-text.ts'
import { useTitle } from '../router/title.ts'
import { Main } from '../shell/main.tsx'
import { t } from '../text/text.ts'
import { openChange } from './open-change.ts'
import { ErrorSummary, type Wrong } from './error-summary.tsx'
import { useWorld } from './use-world.ts'

type What = 'new' | 'change' | 'end'

/** Before the form: new, changed or ended, and who decides. The last way explains that nothing needs to be notified. */
export function TriagePage() {
  const { route } = useLocation()
  const { data: world } = useWorld()
  const [what, setWhat] = useState<What>('new')
  const [who, setWho] = useState<string>()
  const [record, setRecord] = useState<string>()
  const [wrong, setWrong] = useState<Wrong[]>([])
  const [turn, setTurn] = useState(0)
  const [isNeeded, setNeeded] = useState(true)
  useTitle([wrong.length ? t('notification.errorTitle', { title: t('triage.heading') }) : t('triage.heading')])

  function refuse(pointer: string, text: string): void {
    setWrong([{ pointer, text }])
    setTurn(turn + 1)
  }
  async function onContinue(): Promise<void> {
    setWrong([])
    if (what === 'new') {
      if (!who) return refuse('/triage', t('triage.chooseWho'))
      if (who === 'receiveOnly') return setNeeded(false)
      return route(`/anmal/ny/a?roll=${who}`)
    }
    if (!record) return refuse('/record', t('triage.chooseRecord'))
    try {
      route(await openChange(what, record))
    } catch (error) {
      refuse('/record', error instanceof Error ? error.message : t('shell.failure.ours.heading'))
    }
  }
  if (!isNeeded) return <NotNeeded onBack={() => setNeeded(true)} />
  const errorAt = (pointer: string): { error?: string } => {
    const found = wrong.find((entry) => entry.pointer === pointer)
    return found ? { error: found.text } : {}
  }
  return (
    <Main>
      <form
        class="fk-triage"
        noValidate
        onSubmit={(event) => {
          event.preventDefault()
          void onContinue()
        }}
      >
        <ErrorSummary wrong={wrong} turn={turn} />
        <h1 class="fk-h1">{t('triage.heading')}</h1>
        <p class="fk-lead">{t('triage.lead')}</p>
        <section class="fk-q">
          <RadioList
            pointer="/what"
            text={{ label: t('triage.what') }}
            main
            choices={(['new', 'change', 'end'] as const).map((value) => ({
              value,
              label: t(`triage.${value}`),
            }))}
            value={what}
            onChange={(value) => setWhat(value as What)}
          />
        </section>
        <section class="fk-q" data-bad={wrong.length ? '' : undefined}>
          {what === 'new' ? (
            <>
              <RadioList
                pointer="/triage"
                text={{ ...questionText('T'), ...errorAt('/triage') }}
                main
                choices={explained('T', choicesOf('triage', undefined))}
                value={who}
                onChange={setWho}
              />
              <Why id="T" />
            </>
          ) : (
            <RefField
              pointer="/record"
              text={{
                label: t('triage.which'),
                help: t('triage.whichHelp'),
                ...errorAt('/record'),
              }}
              main
              kind="activity"
              units={world?.units ?? []}
              value={record}
              onChange={setRecord}
            />
          )}
        </section>
        <div class="fk-row fk-formend">
          <button type="submit" class="ds-button" data-variant="primary">
            {t('notification.continue')}
          </button>
          <a class="ds-button" data-variant="tertiary" href="/">
            {t('triage.leave')}
          </a>
        </div>
        <p class="fk-dim fk-small">{t('triage.time')}</p>
      </form>
    </Main>
  )
}

function NotNeeded({ onBack }: { onBack: () => void }) {
  const heading = useRef<HTMLHeadingElement>(null)
  useTitle([t('triage.notNeeded.heading')])
  useEffect(() => heading.current?.focus(), [])
  return (
    <Main>
      <div class="fk-triage">
        <h1 class="fk-h1" ref={heading} tabIndex={-1}>
          {t('triage.notNeeded.heading')}
        </h1>
        <Empty
          heading={t('triage.notNeeded.why')}
          actions={
            <>
              <a class="ds-button" data-variant="secondary" href="/registret">
                {t('triage.notNeeded.find')}
              </a>
              <button type="button" class="ds-button" data-variant="tertiary" onClick={onBack}>
                {t('triage.notNeeded.back')}
              </button>
            </>
          }
        >
          <p>{t('triage.notNeeded.text')}</p>
          <p>{t('triage.notNeeded.still')}</p>
        </Empty>
      </div>
    </Main>
  )
}
