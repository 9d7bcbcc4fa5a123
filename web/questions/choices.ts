import {
  codesOf,
  dataClassOf,
  type DataClass,
  type ExtensionCodes,
  type VocabularyName,
} from '../../functions/processing/vocabulary.ts'
import { codeLabel } from '../answers/words.ts'
import type { ChoiceGroup } from '../fields/check-list.tsx'
import type { Choice } from '../fields/radio-list.tsx'
import { t } from '../text/text.ts'
import { formText } from './question-text.ts'

const dataGroups: readonly { name: string; classes: readonly DataClass[] }[] = [
  { name: 'ordinary', classes: ['ordinary'] },
  { name: 'nationalId', classes: ['nationalId'] },
  { name: 'art9', classes: ['art9'] },
  { name: 'integrity', classes: ['integrity'] },
  { name: 'criminal', classes: ['adminDetention', 'art10'] },
]

/** Regimes whose statutes list purposes of their own, by the beginning of the purpose's code. */
const purposeGroups: readonly { prefix: string; name: string; regimes: readonly string[] }[] = [
  { prefix: 'PDL24', name: 'PDL24', regimes: ['pdl', 'svod'] },
  { prefix: 'PDL7', name: 'PDL7', regimes: ['qualityRegister'] },
  { prefix: 'SOL12', name: 'SOL12', regimes: ['solpul', 'lss'] },
]

/** Codes that may be chosen: those in use, and retired ones that already are. */
export function choicesOf(
  vocabulary: VocabularyName,
  codes: ExtensionCodes | undefined,
  chosen: readonly string[] = [],
): Choice[] {
  return codesOf(vocabulary, codes)
    .filter((entry) => !entry.retired || chosen.includes(entry.code))
    .map(({ code }) => ({ value: code, label: codeLabel(vocabulary, code) }))
}

/** The same with what each choice means, where the question says so. */
export function explained(questionId: string, choices: readonly Choice[]): Choice[] {
  return choices.map((choice) => {
    const help = formText(`${questionId}.options.${choice.value}`)
    return help ? { ...choice, help } : choice
  })
}

/** The same under headings where a vocabulary is long: data by how much they demand, purposes by statute. */
export function choiceGroups(
  vocabulary: VocabularyName,
  codes: ExtensionCodes | undefined,
  chosen: readonly string[],
  regimes: readonly string[] = [],
): ChoiceGroup[] {
  const choices = choicesOf(vocabulary, codes, chosen)
  if (vocabulary === 'data') {
    return dataGroups.map(({ name, classes }) => ({
      heading: t(`notification.dataGroup.${name}`),
      choices: choices.filter(({ value }) => classes.includes(dataClassOf(value, codes))),
    }))
  }
  return vocabulary === 'purposeCode' ? byStatute(choices, chosen, regimes) : [{ choices }]
}

function byStatute(choices: readonly Choice[], chosen: readonly string[], regimes: readonly string[]): ChoiceGroup[] {
  const groupOf = (code: string): string => purposeGroups.find(({ prefix }) => code.startsWith(prefix))?.name ?? 'other'
  const isUsed = (name: string): boolean => {
    const group = purposeGroups.find((entry) => entry.name === name)
    return !group || regimes.length === 0 || group.regimes.some((regime) => regimes.includes(regime))
  }
  return [...purposeGroups.map(({ name }) => name), 'other']
    .map((name) => ({
      heading: t(`notification.purposeGroup.${name}`),
      choices: choices.filter(({ value }) => groupOf(value) === name && (isUsed(name) || chosen.includes(value))),
    }))
    .filter((group) => group.choices.length > 0)
}
