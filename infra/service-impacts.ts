import type { AlarmText } from './alarms.ts'
import type { ServiceName } from './service-paths.ts'

const action = 'Read the log of the service, newest errors first; docs/operations.md says what each means.'

/** What people cannot do when a service of the API fails. */
export const serviceImpacts: { readonly [service in ServiceName]: AlarmText } = {
  processing: { impact: 'People cannot file, review or read processing activities.', action },
  assets: { impact: 'Systems and devices cannot be read or linked from an activity.', action },
  suppliers: { impact: 'Suppliers and agreements cannot be read or linked from an activity.', action },
  intake: {
    impact: 'Nobody can read files in, and sources cannot deliver assets; no list can be fetched as a file.',
    action,
  },
  proof: { impact: 'Nobody can fetch the proof of a record, or see when its history was last sealed.', action },
  directory: { impact: 'Nobody can sign in; those signed in may lose their session.', action },
}
