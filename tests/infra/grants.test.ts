import { beforeAll, describe, expect, it } from 'vitest'
import { listServices } from '../../infra/bundle-function.ts'
import { bundledFunction } from '../support/bundled.ts'
import { callsIn, callsOf, neededBy } from '../support/called.ts'
import { rightsOf } from '../support/granted.ts'
import {
  at,
  list,
  type Properties,
  resourcesOf,
  type Statement,
  synthesize,
  type Template,
} from '../support/template.ts'

const services = await listServices()
let template: Template
beforeAll(() => {
  template = synthesize('prod').main
}, 240_000)

function functionOf(service: string): string {
  const found = resourcesOf(template, 'AWS::Lambda::Function').filter(
    ([, { Description }]) => Description === `${service} of the register`,
  )
  expect(found).toHaveLength(1)
  return found[0]![0]
}

/** Rights a call lacks, and rights that no call needs. */
function compare(granted: readonly string[], needed: readonly string[]) {
  return {
    lacking: needed.filter((right) => !granted.includes(right)),
    idle: granted.filter((right) => !needed.includes(right)),
  }
}

const nothing = { lacking: [], idle: [] }

describe.each(services)('the role of %s', (service) => {
  let calls: string[]
  beforeAll(async () => {
    calls = callsOf(await bundledFunction(service))
  })

  it('allows what its bundle calls, on what its environment names, and nothing else', () => {
    const id = functionOf(service)
    expect(calls.length).toBeGreaterThan(0)
    expect(compare(rightsOf(template, id), neededBy(template, id, calls))).toEqual(nothing)
  })

  it('is caught when a statement is taken away, and when one too many is given', () => {
    const id = functionOf(service)
    const needed = neededBy(template, id, calls)
    const statements = (copy: Template) => {
      const [, role] = resourcesOf(copy, 'AWS::IAM::Role').find(
        ([roleId]) => roleId === at(copy.Resources[id]!.Properties, 'Role.Fn::GetAtt.0'),
      )!
      return list<Properties>(at(role, 'Policies.0.PolicyDocument.Statement')) as unknown as Statement[]
    }
    const less = structuredClone(template)
    const [taken] = statements(less).splice(-1)
    expect(compare(rightsOf(less, id), needed).lacking.length).toBeGreaterThanOrEqual(list(taken!.Action).length)
    const more = structuredClone(template)
    statements(more).push({ Effect: 'Allow', Action: 'dynamodb:DeleteTable', Resource: '*' })
    expect(compare(rightsOf(more, id), needed)).toEqual({ lacking: [], idle: ['dynamodb:DeleteTable on *'] })
  })
})

describe('the reading of calls', () => {
  it('finds commands by the client they come from, and signed requests by their method', () => {
    const code = [
      "import { KMSClient, SignCommand } from '@aws-sdk/client-kms'",
      "import { presign } from './presign.ts'",
      'client.send(new SignCommand({})); new OtherCommand()',
      "sign(path, { method: 'PUT', seconds }); await call('GET', path)",
    ].join('\n')
    expect(callsIn(code)).toEqual(['kms:Sign', 'signed:PUT', 'signed:GET'])
    expect(callsIn(`${code}; get('', { 'list-type': '2' })`)).toContain('signed:LIST')
  })

  it('refuses a command of which it does not know what it needs', () => {
    expect(() => neededBy(template, functionOf('assets'), ['kms:ScheduleKeyDeletion'])).toThrow('ScheduleKeyDeletion')
  })
})
