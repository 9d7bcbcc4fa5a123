import { sameJson } from '../register/canonical.ts'
import type { Context } from '../register/context.ts'
import type { FieldError } from '../register/errors.ts'
import type { AgreementData, SubProcessor } from './agreement-data.ts'
import { agreementLinks } from './agreement-links.ts'
import { checkFields } from './check.ts'
import { agreementFields } from './fields/agreement.ts'
import { nameKey } from './sub-processors.ts'
import { terms } from './terms.ts'

/** Links that fit one save. */
const maxLinks = 40

/** Refusals beyond the schema: dates out of order, circles, codes and countries that do not exist, terms that are settled. */
export function checkAgreement(
  data: AgreementData,
  { codes }: Context,
  { id, before }: { id: string; before?: AgreementData },
): FieldError[] {
  return [
    ...checkFields(agreementFields, data, codes),
    ...inOrder(data),
    ...(data.parentAgreementId === id ? [{ pointer: '/parentAgreementId', code: 'circle' }] : []),
    ...checkChain(data.subProcessors ?? []),
    ...(before?.bound ? settledTerms(before, data) : []),
    ...tooManyLinks(data),
  ]
}

function inOrder({ signedAt, validFrom, validTo, terminationAt }: AgreementData): FieldError[] {
  const ends = [
    ['/validTo', validTo, validFrom],
    ['/terminationAt', terminationAt, validFrom ?? signedAt],
  ] as const
  return ends.flatMap(([pointer, end, start]) =>
    start && end && end < start ? [{ pointer, code: 'end-before-start', params: { start } }] : [],
  )
}

/** Each link of the chain is there once, and leads up to the supplier itself. */
function checkChain(list: readonly SubProcessor[]): FieldError[] {
  const parents = new Map(list.map(({ name, parentName }) => [nameKey(name), parentName && nameKey(parentName)]))
  return list.flatMap(({ name, parentName }, at) => {
    const twice = list.findIndex((other) => nameKey(other.name) === nameKey(name)) < at
    const circle = parentName !== undefined && leadsBack(nameKey(name), parents)
    return [
      ...(twice ? [{ pointer: `/subProcessors/${at}/name`, code: 'twice', params: { name } }] : []),
      ...(circle ? [{ pointer: `/subProcessors/${at}/parentName`, code: 'circle' }] : []),
    ]
  })
}

function leadsBack(from: string, parents: ReadonlyMap<string, string | undefined>): boolean {
  let at = parents.get(from)
  for (let steps = 0; at !== undefined && steps <= parents.size; steps++) {
    if (at === from) return true
    at = parents.get(at)
  }
  return at !== undefined
}

function settledTerms(before: AgreementData, data: AgreementData): FieldError[] {
  return terms
    .filter((term) => !sameJson(before[term], data[term]))
    .map((term) => ({ pointer: `/${term}`, code: 'settled' }))
}

function tooManyLinks(data: AgreementData): FieldError[] {
  const count = agreementLinks(data).filter((link) => link.checked).length
  return count > maxLinks ? [{ pointer: '/activityIds', code: 'too-many', params: { maximum: maxLinks } }] : []
}
