import type { JSX } from 'preact'
import { assetVocabularies } from '../../../functions/assets/vocabulary.ts'
import { RecordForm } from '../../forms/record-form.tsx'
import { t } from '../../text/text.ts'
import { assetAddress, type AssetKind, type AssetRecord } from '../asset.ts'
import { formSections } from '../fields.ts'
import { isAsked } from './asked.ts'
import { NumberTaken } from './number-taken.tsx'

interface Props {
  kind: AssetKind
  record: AssetRecord | undefined
}

/** Every field of an asset, to fill in or to change. */
export function AssetForm({ kind, record }: Props): JSX.Element {
  return (
    <RecordForm
      words="asset"
      vocabularies={assetVocabularies}
      sections={formSections(kind.name)}
      isAsked={isAsked}
      plural={kind.plural}
      record={record}
      heading={record ? t('asset-form.edit', { name: record.data.name ?? '' }) : t(`asset-form.new.${kind.name}`)}
      steps={[
        { href: '/tillgangar', label: t('asset-form.assets') },
        record
          ? { href: assetAddress(kind, record.id), label: record.number ?? record.data.name ?? '' }
          : { href: `/tillgangar/${kind.place}/ny`, label: t('asset-form.newStep') },
      ]}
      addressOf={(id) => assetAddress(kind, id)}
      back={record ? assetAddress(kind, record.id) : '/tillgangar'}
      refusal={({ refused, data }) => refused?.body.id && <NumberTaken kind={kind} id={refused.body.id} data={data} />}
    />
  )
}
