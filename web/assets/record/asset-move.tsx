import type { JSX } from 'preact'
import { transitionFields } from '../../../functions/assets/transition-fields.ts'
import { assetVocabularies } from '../../../functions/assets/vocabulary.ts'
import { MoveDialog } from '../../forms/move-dialog.tsx'
import { hasText, t } from '../../text/text.ts'
import { assetAddress } from '../asset.ts'
import type { AssetDossier } from './dossier.ts'

interface Props {
  dossier: AssetDossier
  transition: string
  /** What stands in its fields from the start, and is sent; the record's own values otherwise. */
  start?: { [field: string]: unknown } | undefined
  onClose: () => void
  onDone: () => void
}

/** Fields of a move whose words stand under another field's name. */
const wordsOf: { [name: string]: string } = { incident: 'incidentRefs' }

/** Asks what a move of the asset needs, and makes it. */
export function AssetMove({ dossier, transition, start, onClose, onDone }: Props): JSX.Element {
  const { kind, record } = dossier
  const verb = t(`asset-states.transitions.${transition}`)
  const textKey = [`${kind.name}.${transition}`, transition].map((key) => `asset-record.moveText.${key}`).find(hasText)
  return (
    <MoveDialog
      words="asset"
      vocabularies={assetVocabularies}
      plural={kind.plural}
      record={record}
      transition={transition}
      verb={verb}
      heading={t('forms.move.heading', { what: verb, name: record.data.name ?? '' })}
      fields={start ? [] : transitionFields(kind.name, transition)}
      {...(start && { always: start })}
      pathOf={({ name }) => [wordsOf[name] ?? name]}
      labelOf={({ name }) => {
        const key = `asset-states.fields.${name}`
        return hasText(key) ? t(key) : undefined
      }}
      editAddress={assetAddress(kind, record.id, 'andra')}
      onClose={onClose}
      onDone={onDone}
    >
      {textKey && <p>{t(textKey)}</p>}
    </MoveDialog>
  )
}
