import type { ActivityData, RetentionRule, Support } from '../data.ts'
import { categoryCodes, hasBasis, hasRegime, legalBases } from '../traits.ts'
import type { Writer } from './writer.ts'

/** On what basis, each once, with the acts it rests on. */
export function basisLines(data: ActivityData, { say, label }: Writer): string[] {
  const lines = legalBases(data).map(({ basis, support }) => {
    const words = label('legalBasis', basis)
    return support?.length
      ? say('basisBySupport', { basis: words, acts: acts(support) })
      : say('basis', { basis: words })
  })
  const exceptions = (data.art9Exceptions ?? []).map((code) =>
    say('exception', { exception: label('art9', code), acts: acts(data.art9NationalSupport ?? []) }),
  )
  return [...new Set([...lines, ...exceptions])]
}

/** Which data, about whom, and where they come from. */
export function dataLines(data: ActivityData, { say, labels }: Writer): string[] {
  const categories = labels('data', categoryCodes(data))
  if (!categories) return []
  const sources = data.dataSources?.length ? [say('sources', { sources: labels('source', data.dataSources) })] : []
  return [say('categories', { categories, subjects: labels('subject', data.dataSubjectCategories) }), ...sources]
}

/** Who gets the data; suppliers are recipients too (DSF 4.9). */
export function recipientLines(data: ActivityData, { say }: Writer): string[] {
  const named = (data.recipients ?? []).map(({ category, name }) => (name ? `${category} (${name})` : category))
  return [
    ...(named.length > 0 ? [say('recipients', { recipients: named.join(', ') })] : []),
    ...(data.noRecipients ? [say('noRecipients')] : []),
    ...(data.processors?.length ? [say('processors')] : []),
  ]
}

/** Where outside the EU and the EEA, and what protects the data there. */
export function transferLines(data: ActivityData, { say, label, country: inWords }: Writer): string[] {
  return (data.transfers ?? []).map(({ country, organisation, mechanism }) =>
    say('transfer', {
      place: [organisation, country && inWords(country)].filter(Boolean).join(', ') || say('toFillIn'),
      mechanism: mechanism ? label('mechanism', mechanism) : say('toFillIn'),
    }),
  )
}

/** How long, or how that is decided. */
export function retentionLines(data: ActivityData, writer: Writer): string[] {
  return (data.retentionRules ?? []).map((rule) => {
    const what = Array.isArray(rule.categories) ? writer.labels('data', rule.categories) : writer.say('allData')
    return writer.say('retention', { what, how: howLong(rule, writer) })
  })
}

/** What a person may ask for; it depends on the basis and the sector's own act. */
export function rightsLines(data: ActivityData, { say }: Writer): string[] {
  return [
    say('rights.access'),
    say('rights.rectify'),
    ...(hasBasis(data, ['e', 'f']) ? [say('rights.object')] : []),
    ...(hasBasis(data, ['a', 'b']) ? [say('rights.port')] : []),
    ...(hasBasis(data, ['a']) ? [say('rights.withdraw')] : []),
    ...(data.automatedDecisions === 'full'
      ? [say('rights.automated', { logic: data.automatedLogic ?? say('toFillIn') })]
      : []),
    ...(hasRegime(data, ['pdl', 'svod']) ? [say('rights.block')] : []),
    ...(data.optOutRoutine ? [say('rights.optOut', { routine: data.optOutRoutine })] : []),
    ...(data.rightsNotes ? [data.rightsNotes] : []),
  ]
}

function howLong(
  { action, min, period, criterion, trigger }: RetentionRule,
  { say, label, period: inWords }: Writer,
): string {
  if (action === 'preserve') return say('preserved')
  const time = period ? say(min ? 'atLeast' : 'exactly', { period: inWords(period) }) : criterion
  if (!time) return say('toFillIn')
  return trigger ? `${time} ${label('retentionTrigger', trigger).toLowerCase()}` : time
}

function acts(support: readonly Support[]): string {
  return support.map(({ act, provision }) => (provision ? `${act} ${provision}` : act)).join(', ')
}
