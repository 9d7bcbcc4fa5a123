import type { JSX } from 'preact'
import { useState } from 'preact/hooks'
import { ConfirmDialog } from '../../components/confirm-dialog.tsx'
import { Table } from '../../components/table.tsx'
import { useNames } from '../../directory/names.ts'
import { Trouble } from '../../loading/trouble.tsx'
import type { Loaded } from '../../loading/use-load.ts'
import { announce } from '../../shell/announcer.tsx'
import { hasRole, useSession } from '../../shell/session.ts'
import { dateText } from '../../text/format.ts'
import { t } from '../../text/text.ts'
import { sentenceOf } from '../bulk/bulk-steps.tsx'
import { cancelMove, type Plan } from './plan.ts'

const keepers = ['itAssetManager', 'medTechManager']

/** Moves that are planned, with a way to cancel them, and what came of those that were made. */
export function PlansPart({ plans }: { plans: Loaded<Plan[]> }): JSX.Element {
  const names = useNames()
  const session = useSession()
  const [cancelling, setCancelling] = useState<Plan>()
  const [error, setError] = useState<string>()
  const mayCancel = ({ state, createdBy }: Plan): boolean =>
    state === 'planned' && (createdBy === session.person.id || hasRole(session, ...keepers))
  const cancel = async (plan: Plan): Promise<void> => {
    try {
      await cancelMove(plan)
      announce(t('asset-work.move.cancelled'))
      setCancelling(undefined)
      plans.reload()
    } catch (problem) {
      setError(sentenceOf(problem))
    }
  }
  return (
    <section class="fk-sec" aria-labelledby="planerade">
      <header>
        <h2 class="fk-h2" id="planerade">
          {t('asset-work.move.plans')}
        </h2>
      </header>
      {plans.error !== undefined && <Trouble error={plans.error} retry={plans.reload} />}
      {plans.data?.length === 0 && <p class="fk-dim">{t('asset-work.move.noPlans')}</p>}
      {plans.data && plans.data.length > 0 && (
        <Table
          caption={t('asset-work.move.plans')}
          flush
          rows={plans.data}
          rowKey={({ id }) => id}
          columns={[
            { id: 'when', label: t('asset-work.move.when'), head: true, cell: ({ data }) => dateText(data.at) },
            {
              id: 'from',
              label: t('asset-work.move.from'),
              phoneLabel: t('asset-work.move.fromShort'),
              cell: ({ data }) => names.unit(data.from),
            },
            {
              id: 'to',
              label: t('asset-work.move.to'),
              phoneLabel: t('asset-work.move.toShort'),
              cell: ({ data }) => names.unit(data.to),
            },
            { id: 'by', label: t('asset-work.move.by'), cell: ({ createdBy }) => names.person(createdBy) },
            {
              id: 'state',
              label: t('asset-work.move.state'),
              cell: ({ state }) => t(`asset-work.move.states.${state}`),
            },
            { id: 'outcome', label: t('asset-work.move.outcome'), cell: (plan) => <Outcome plan={plan} /> },
            {
              id: 'cancel',
              label: t('asset-work.move.action'),
              cell: (plan) =>
                mayCancel(plan) && (
                  <button
                    type="button"
                    class="ds-button fk-btn-s"
                    data-variant="secondary"
                    onClick={() => setCancelling(plan)}
                  >
                    {t('asset-work.move.cancel')}
                  </button>
                ),
            },
          ]}
        />
      )}
      {cancelling && (
        <ConfirmDialog
          heading={t('asset-work.move.cancelQuestion')}
          confirm={t('asset-work.move.cancel')}
          onConfirm={() => void cancel(cancelling)}
          onClose={() => setCancelling(undefined)}
        >
          <p>
            {t('asset-work.move.cancelText', {
              date: dateText(cancelling.data.at),
              from: names.unit(cancelling.data.from),
              to: names.unit(cancelling.data.to),
            })}
          </p>
          {error && <p role="alert">{error}</p>}
        </ConfirmDialog>
      )}
    </section>
  )
}

/** What it did, with a link to what is left; before that, what its planner saw. */
function Outcome({ plan: { state, data } }: { plan: Plan }): JSX.Element {
  const { preview, outcome, from } = data
  if (!outcome)
    return <>{preview && state !== 'cancelled' && t('asset-work.move.foresees', { count: preview.changed })}</>
  return (
    <>
      {t('asset-work.move.moved', { count: outcome.changed })}
      {outcome.refused > 0 && (
        <>
          {', '}
          <a class="ds-link" href={`/tillgangar?orgUnit=${from}`}>
            {t('asset-work.move.left', { count: outcome.refused })}
          </a>
        </>
      )}
      {outcome.reason && <p class="fk-small">{t(`asset-work.move.${outcome.reason}`)}</p>}
    </>
  )
}
