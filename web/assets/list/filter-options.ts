import { assetStates } from '../../../functions/assets/states.ts'
import { assetVocabularies } from '../../../functions/assets/vocabulary.ts'
import type { Option } from '../../components/choice.tsx'
import { levels } from '../../components/severity.tsx'
import { treeRows, type Unit } from '../../directory/org-units.ts'
import { t } from '../../text/text.ts'
import { assetKinds } from '../asset.ts'
import { assetCode } from '../words.ts'
import type { AssetFilter } from './view.ts'

const noBreak = '\u00a0\u00a0\u00a0'
const typeVocabularies: { [kind: string]: string } = {
  equipment: 'equipmentType',
  medicalDevice: 'riskClass',
  application: 'applicationType',
}

interface Choices {
  units: readonly Unit[]
  sources: readonly string[]
  /** The kind that is shown alone, if any. */
  kind: string | undefined
  /** Types that are chosen already: a list holds types of one kind at a time. */
  types: readonly string[]
}

/** What one may choose in a filter; a date or person has no list. */
export function optionsOf(name: AssetFilter, { units, sources, kind, types }: Choices): Option[] {
  switch (name) {
    case 'state':
      return assetStates.map((value) => ({ value, label: t(`parts.state.${value}`) }))
    case 'orgUnit':
      return treeRows(units).map(({ unit, depth }) => ({
        value: unit.id,
        label: noBreak.repeat(depth) + unit.data.name,
      }))
    case 'type':
      return Object.entries(typeVocabularies)
        .filter(([of, vocabulary]) => (!kind || of === kind) && isJoinable(vocabulary, types))
        .flatMap(([, vocabulary]) =>
          (assetVocabularies[vocabulary] ?? []).map((value) => ({ value, label: assetCode(vocabulary, value) })),
        )
    case 'personalData':
      return ['yes', 'no', 'unknown'].map((value) => ({ value, label: t(`assets.personalData.${value}`) }))
    case 'connected':
      return ['yes', 'no', 'unknown'].map((value) => ({ value, label: t(`assets.personalData.${value}`) }))
    case 'classification':
      return ['done', 'missing'].map((value) => ({ value, label: t(`assets.classification.${value}`) }))
    case 'waiting':
      return ['unseen', 'sourceSays', 'proposal'].map((value) => ({ value, label: t(`assets.waiting.${value}`) }))
    case 'severity':
      return levels.map((value) => ({ value, label: t(`parts.severity.${value}`) }))
    case 'source':
      return sources.map((value) => ({ value, label: value }))
    case 'kind':
      return assetKinds.map(({ name: value }) => ({ value, label: t(`assets.kind.${value}`) }))
    default:
      return []
  }
}

function isJoinable(vocabulary: string, types: readonly string[]): boolean {
  return types.every((type) => assetVocabularies[vocabulary]?.includes(type))
}
