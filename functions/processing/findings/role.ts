import { isEmpty } from '../gap.ts'
import { isProcessorRecord } from '../traits.ts'
import { when, type Rule } from './rule.ts'

/** Who is responsible, why, and together with whom (DSF 26, 30.1 a-b, 30.2). */
export const roleRules: readonly Rule[] = [
  {
    id: 'PA-01',
    source: 'DSF 5.1 b, 30.1 b',
    controllers: true,
    test: ({ data }) =>
      when(
        (data.purposes ?? []).every((purpose) => (purpose.text ?? '').trim().length < 20),
        'H',
        '/purposes',
        { blocks: true },
      ),
  },
  {
    id: 'PA-02',
    source: 'DSF 30.1 a, PDL 2:6, SoLPUF 11 §',
    controllers: true,
    test({ data }, { unitKind }) {
      const kind = data.controllerOrgUnitId && unitKind?.(data.controllerOrgUnitId)
      const wrong = isEmpty(data.controllerOrgUnitId) || (kind !== undefined && !['board', 'company'].includes(kind))
      return when(wrong, 'H', '/controllerOrgUnitId', { blocks: true })
    },
  },
  {
    id: 'PA-36',
    source: 'DSF 26, 30.2',
    test: ({ data }) => [
      ...when(data.registerRole === 'jointController' && isEmpty(data.jointControllers), 'H', '/jointControllers', {
        blocks: true,
      }),
      ...when(isProcessorRecord(data) && isEmpty(data.onBehalfOf), 'H', '/onBehalfOf', { blocks: true }),
      ...when(isProcessorRecord(data) && isEmpty(data.processorCategories), 'H', '/processorCategories', {
        blocks: true,
      }),
      ...(data.registerRole === 'jointController' ? (data.jointControllers ?? []) : []).flatMap((party, at) =>
        when(isEmpty(party.agreementId), 'H', `/jointControllers/${at}/agreementId`, { params: { name: party.name } }),
      ),
    ],
  },
]
