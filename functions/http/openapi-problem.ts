import type { ErrorCode } from '../register/errors.ts'
import type { JsonSchema } from './openapi-schema.ts'
import { statuses } from './problem.ts'
import type { Route } from './route.ts'

const text = { type: 'string' }

function withDetail(members: JsonSchema, required: string[]): JsonSchema {
  return {
    type: 'object',
    properties: { ...members, params: { type: 'object' }, detail: text },
    required: [...required, 'detail'],
  }
}

/** An RFC 9457 problem as every failed request is answered. */
export const problemSchema: JsonSchema = {
  type: 'object',
  properties: {
    type: text,
    title: text,
    status: { type: 'integer' },
    detail: text,
    code: { type: 'string', enum: [...Object.keys(statuses), 'unexpected'] },
    requestId: text,
    errors: { type: 'array', items: withDetail({ pointer: text, code: text }, ['pointer', 'code']) },
    missing: {
      type: 'array',
      items: withDetail({ pointer: text, rule: text, source: text, law: text, text }, ['pointer', 'rule', 'source']),
    },
    currentRevision: { type: 'integer' },
    id: text,
    pointer: text,
  },
  required: ['type', 'title', 'status', 'detail', 'code', 'requestId'],
  additionalProperties: false,
}

/** The statuses with which a route can fail, from what it takes and who may call it. */
export function problemStatuses(route: Route): number[] {
  const changes = route.method !== 'GET'
  const codes: ErrorCode[] = [
    'malformed',
    'busy',
    ...(route.access === 'person' ? (['unauthenticated', 'forbidden', 'not-found', 'limit-exceeded'] as const) : []),
    ...(changes ? (['forbidden', 'already-exists', 'transition-refused'] as const) : []),
    ...(route.body || route.fileTypes ? (['too-large', 'unsupported-type', 'invalid'] as const) : []),
    ...(route.headers?.includes('If-Match') ? (['revision-conflict', 'precondition-required'] as const) : []),
  ]
  return [...new Set([...codes.map((code) => statuses[code]), 500])].sort((a, b) => a - b)
}
