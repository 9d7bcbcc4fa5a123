import { adequateOrganisations, isAdequate, isDpfFresh, isInEea } from '../adequacy.ts'
import type { ActivityData, Transfer } from '../data.ts'
import { isEmpty } from '../gap.ts'
import { hasRegime } from '../traits.ts'
import { builtInOf } from '../vocabulary.ts'
import { when, type Hit, type Rule } from './rule.ts'

const needsAssessment = ['scc46_2c', 'bcr47', 'adHoc46_3', 'publicInstrument46_2a']

/** Transfers out of the EU and the EEA (DSF 44-49). */
export const transferRules: readonly Rule[] = [
  {
    id: 'TR-01',
    source: 'DSF 44–46',
    test: ({ data }) =>
      eachTransfer(data, (transfer, path) =>
        when(isEmpty(transfer.mechanism) || transfer.mechanism === 'none', 'K', `${path}/mechanism`, where(transfer)),
      ),
  },
  {
    id: 'TR-02',
    source: 'DSF 45',
    test: ({ data }, { today }) =>
      eachTransfer(data, (transfer, path) =>
        when(
          transfer.mechanism === 'adequacy45' && !isCovered(transfer, today),
          'K',
          `${path}/country`,
          inCountry(transfer),
        ),
      ),
  },
  {
    id: 'TR-03',
    source: 'DSF 45',
    test: ({ data }, { today }) =>
      eachTransfer(data, (transfer, path) =>
        when(
          transfer.country === 'US' && transfer.mechanism === 'dpf45' && !isDpfFresh(transfer.dpfVerifiedAt, today),
          'H',
          `${path}/dpfVerifiedAt`,
          where(transfer),
        ),
      ),
  },
  {
    id: 'TR-04',
    source: 'DSF 46, EDPB 01/2020',
    test: ({ data }) =>
      eachTransfer(data, (transfer, path) =>
        when(
          needsAssessment.includes(transfer.mechanism ?? '') && isEmpty(transfer.tiaRef),
          'H',
          `${path}/tiaRef`,
          inCountry(transfer),
        ),
      ),
  },
  {
    id: 'TR-05',
    source: 'SoLPUF 16 §',
    test: ({ data }, { codes }) =>
      hasRegime(data, ['solpul', 'lss'], codes)
        ? eachTransfer(data, (transfer, path) =>
            when(
              builtInOf('purposeCode', transfer.purposeCode ?? '', codes) !== 'SOL12_2',
              'H',
              `${path}/purposeCode`,
              where(transfer),
            ),
          )
        : [],
  },
  {
    id: 'TR-06',
    source: 'DSF 30.1 e',
    test: ({ data }) => when(data.thirdCountryTransfer === 'unknown', 'M', '/thirdCountryTransfer'),
  },
  {
    id: 'TR-08',
    source: 'DSF 49, 30.1 e',
    test: ({ data }) =>
      eachTransfer(data, (transfer, path) => [
        ...when(
          transfer.mechanism === 'derogation49_1' && transfer.recurring === true,
          'H',
          `${path}/recurring`,
          where(transfer),
        ),
        ...when(
          transfer.mechanism === 'compelling49_1_2' && isEmpty(transfer.art49Documentation),
          'H',
          `${path}/art49Documentation`,
          where(transfer),
        ),
      ]),
  },
]

/** Transfers to a country outside the EEA or to an international organisation. */
function eachTransfer(data: ActivityData, test: (transfer: Transfer, path: string) => Hit[]): Hit[] {
  return (data.transfers ?? []).flatMap((transfer, at) =>
    (transfer.country ? !isInEea(transfer.country) : !isEmpty(transfer.organisation))
      ? test(transfer, `/transfers/${at}`)
      : [],
  )
}

function isCovered({ country, organisation }: Transfer, today: string): boolean {
  return country ? isAdequate(country, today) : adequateOrganisations.includes((organisation ?? '').trim())
}

function where({ country, organisation }: Transfer): Partial<Hit> {
  return { params: { place: organisation || country || '' } }
}

/** For what is judged of the country and not of the recipient. */
function inCountry({ country, organisation }: Transfer): Partial<Hit> {
  return { params: { place: country || organisation || '' } }
}
