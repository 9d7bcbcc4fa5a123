import { isEmpty } from '../gap.ts'
import { isSensitive } from '../traits.ts'
import { builtInOf, isInsecure } from '../vocabulary.ts'
import { when, type Rule } from './rule.ts'

/** Protection of the data and of those who live under protection. */
export const protectionRules: readonly Rule[] = [
  {
    id: 'PA-21',
    source: 'DSF 32, 30.1 g',
    test: ({ data }) => when(isEmpty(data.securityMeasures), 'H', '/securityMeasures'),
  },
  {
    id: 'PA-27',
    source: 'OSL 21:3, S4',
    test: ({ data }) =>
      when(
        ['yes', 'unknown'].includes(data.includesProtectedIdentities ?? '') && isEmpty(data.protectedIdentityRoutine),
        data.includesProtectedIdentities === 'unknown' ? 'M' : 'H',
        data.includesProtectedIdentities === 'unknown' ? '/includesProtectedIdentities' : '/protectedIdentityRoutine',
      ),
  },
  {
    id: 'PA-32',
    source: 'S0',
    test({ data }, { codes }) {
      const secret = (data.secrecyProvisions ?? []).some((code) => code !== 'none')
      if (!secret) return []
      return (data.recipients ?? []).flatMap(({ category, channel }, at) =>
        when(
          channel !== undefined && isInsecure(channel, codes),
          builtInOf('channel', channel ?? '', codes) === 'fax' ? 'M' : 'H',
          `/recipients/${at}/channel`,
          { params: { name: category } },
        ),
      )
    },
  },
  {
    id: 'PA-37',
    source: 'S4',
    test: ({ data }, { codes }) =>
      when(
        (data.storageLocations ?? []).some((code) => builtInOf('storage', code, codes) === 'localDisk') &&
          isSensitive(data, codes),
        'M',
        '/storageLocations',
      ),
  },
  {
    id: 'AP-22',
    source: 'S0',
    test: ({ data }) =>
      when(!isEmpty(data.unlistedSystems), 'M', '/unlistedSystems', {
        params: { systems: (data.unlistedSystems ?? []).join(', ') },
      }),
  },
]
