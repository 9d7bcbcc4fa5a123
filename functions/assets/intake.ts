import type { CodeWords } from '../intake/cell-value.ts'
import { fieldColumns } from '../intake/field-columns.ts'
import { ruleWords } from '../intake/sentences.ts'
import { type IntakeTarget, type MatchRule, ownColumns, type Words } from '../intake/target.ts'
import { holdsAnywhere } from '../register/actor.ts'
import type { AssetData } from './data.ts'
import headings from './import-headings.json' with { type: 'json' }
import { assetKinds } from './asset-kinds.ts'
import { received } from './origins.ts'
import { type AssetKindName, assetSections } from './sections.ts'
import fieldsEn from './text/en/fields.json' with { type: 'json' }
import statesEn from './text/en/states.json' with { type: 'json' }
import wordsEn from './text/en/vocabulary.json' with { type: 'json' }
import fieldsSv from './text/sv/fields.json' with { type: 'json' }
import statesSv from './text/sv/states.json' with { type: 'json' }
import wordsSv from './text/sv/vocabulary.json' with { type: 'json' }

const importers: { readonly [kind in AssetKindName]: readonly string[] } = {
  equipment: ['itAssetManager'],
  medicalDevice: ['medTechManager'],
  application: ['itAssetManager', 'systemOwner'],
}

const rules: readonly MatchRule[] = [
  { id: 'number', label: ruleWords('number'), columns: [ownColumns.number], by: 'number' },
  { id: 'external', label: ruleWords('external'), columns: [ownColumns.key], by: 'external' },
  { id: 'serial', label: ruleWords('serial'), columns: ['serialNumber', 'manufacturer'], by: 'exact' },
  { id: 'inventory', label: ruleWords('inventory'), columns: ['inventoryNumber'], by: 'exact' },
]

const words = codeWords()

/** What files may be read into, one target for each kind of asset. */
export const assetTargets: readonly IntakeTarget[] = assetKinds.map((kind): IntakeTarget => {
  const name = kind.name as AssetKindName
  const columns = fieldColumns({
    sections: assetSections[name],
    texts: { sv: fieldsSv, en: fieldsEn },
    words,
    headings,
  })
  const fields = new Set<string>([...columns.map(({ field }) => field), ...Object.values(ownColumns)])
  return {
    kind,
    label: { sv: statesSv.kinds[name], en: statesEn.kinds[name] },
    columns,
    rules: rules.filter((rule) => rule.columns.every((field) => fields.has(field))),
    keepsKeys: true,
    states: paired(statesSv.states, statesEn.states),
    receive: (before, members, how) => received(before as AssetData | undefined, members, how),
    mayUse: (actor) => importers[name].some((role) => holdsAnywhere(actor, role)),
  }
})

function codeWords(): CodeWords {
  return Object.fromEntries(
    Object.entries(wordsSv).map(([vocabulary, words]) => [
      vocabulary,
      paired(words, (wordsEn as typeof wordsSv)[vocabulary as keyof typeof wordsSv]),
    ]),
  )
}

function paired(
  sv: { readonly [code: string]: string },
  en: { readonly [code: string]: string },
): { [code: string]: Words } {
  return Object.fromEntries(Object.entries(sv).map(([code, text]) => [code, { sv: text, en: en[code] ?? text }]))
}
