import { RegisterError } from '../register/errors.ts'
import type { Kind } from '../register/kind.ts'
import { etagOf } from './etag.ts'
import { patiently } from './patiently.ts'
import { tellMissing } from './problem.ts'
import type { Presenter, RecordReply } from './record-context.ts'

const idPattern = /^[A-Za-z0-9_-]{1,64}$/

/** The id in a record's address. Throws `not-found` for what can be no id. */
export function idOf(call: { params: { readonly [name: string]: string } }): string {
  const id = call.params['id'] ?? ''
  if (!idPattern.test(id)) throw new RegisterError('not-found', 'no such id')
  return id
}

/** The function that turns a record into its answer: envelope, `missing` in words, `allowed`, the service's own members, ETag. */
export function createRecordReply<T extends object>(kind: Kind<T>, presenter: Presenter<T>): RecordReply<T> {
  return async (shown, call, status = 200) => ({
    status,
    headers: {
      ETag: etagOf(shown.record.revision),
      ...(status === 201 && { Location: `/api/${kind.plural}/${shown.record.id}` }),
    },
    body: {
      ...shown.record,
      missing: await tellMissing(shown.missing, call.language, presenter),
      allowed: shown.allowed,
      ...(await patiently(() => presenter.members?.(shown, call))),
    },
  })
}
