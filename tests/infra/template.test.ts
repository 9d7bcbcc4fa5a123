import { runInNewContext } from 'node:vm'
import { Stack } from 'aws-cdk-lib'
import { Bucket } from 'aws-cdk-lib/aws-s3'
import { beforeAll, describe, expect, it } from 'vitest'
import { pagePolicy, secure } from '../../functions/http/security-headers.ts'
import { servicePaths } from '../../infra/service-paths.ts'
import { readSource, sourceFiles } from '../support/source-files.ts'
import {
  at,
  createTestApp,
  list,
  type Properties,
  resourcesOf,
  roleStatements,
  synthesize,
  type Template,
} from '../support/template.ts'

let template: Template
const all = (type: string) => resourcesOf(template, type)
const one = (type: string): Properties => {
  const found = all(type)
  expect(found).toHaveLength(1)
  return found[0]![1]
}
/** Ids of the resources of a type that do not satisfy the condition; the type must exist. */
function breaking(type: string, holds: (properties: Properties) => boolean): string[] {
  const resources = all(type)
  expect(resources.length).toBeGreaterThan(0)
  return resources.filter(([, properties]) => !holds(properties)).map(([id]) => id)
}
const actions = () => roleStatements(template).flatMap(({ Action }) => list<string>(Action))

beforeAll(() => {
  template = synthesize('production')
}, 60_000)

describe('the record table', () => {
  it('is kept, recoverable, encrypted with our key, and paid by use', () => {
    const table = one('AWS::DynamoDB::Table')
    expect(table.BillingMode).toBe('PAY_PER_REQUEST')
    expect(table.DeletionProtectionEnabled).toBe(true)
    expect(table.PointInTimeRecoverySpecification).toEqual({
      PointInTimeRecoveryEnabled: true,
      RecoveryPeriodInDays: 35,
    })
    expect(table.SSESpecification).toMatchObject({ SSEEnabled: true, SSEType: 'KMS' })
    expect(at(table, 'SSESpecification.KMSMasterKeyId')).toBeDefined()
    expect(table.TimeToLiveSpecification).toEqual({ AttributeName: 'expiresAt', Enabled: true })
    expect(table.StreamSpecification).toBeDefined()
  })

  it('has the keys of the store port and no secondary index', () => {
    const table = one('AWS::DynamoDB::Table')
    expect(table.KeySchema).toEqual([
      { AttributeName: 'pk', KeyType: 'HASH' },
      { AttributeName: 'sk', KeyType: 'RANGE' },
    ])
    expect(table.GlobalSecondaryIndexes).toBeUndefined()
    expect(table.LocalSecondaryIndexes).toBeUndefined()
  })
})

describe('what is kept', () => {
  it('outlives the stack wherever it holds data', () => {
    const kept = ['AWS::DynamoDB::Table', 'AWS::KMS::Key', 'AWS::Logs::LogGroup', 'AWS::S3::Bucket']
    const lost = Object.entries(template.Resources).filter(
      ([, { Type, DeletionPolicy }]) => kept.includes(Type) && DeletionPolicy !== 'Retain',
    )
    expect(lost).toEqual([])
  })

  it('is encrypted: logs and alarms with our key, which rotates', () => {
    expect(breaking('AWS::Logs::LogGroup', (log) => log.KmsKeyId !== undefined)).toEqual([])
    expect(breaking('AWS::SNS::Topic', (topic) => topic.KmsMasterKeyId !== undefined)).toEqual([])
    expect(breaking('AWS::S3::Bucket', (bucket) => bucket.BucketEncryption !== undefined)).toEqual([])
    expect(breaking('AWS::KMS::Key', (key) => key.EnableKeyRotation === true)).toEqual([])
  })

  it('includes logs for a year', () => {
    expect(breaking('AWS::Logs::LogGroup', (log) => log.RetentionInDays === 365)).toEqual([])
  })
})

describe('functions', () => {
  it('run Node 24 on arm64, traced, with an encrypted environment and a log of their own', () => {
    const right = (fn: Properties) =>
      fn.Runtime === 'nodejs24.x' &&
      at(fn, 'Architectures.0') === 'arm64' &&
      at(fn, 'TracingConfig.Mode') === 'Active' &&
      fn.KmsKeyArn !== undefined &&
      at(fn, 'LoggingConfig.LogGroup') !== undefined
    expect(breaking('AWS::Lambda::Function', right)).toEqual([])
    const logs = all('AWS::Lambda::Function').map(([, fn]) => JSON.stringify(at(fn, 'LoggingConfig')))
    expect(new Set(logs).size).toBe(logs.length)
  })

  it('are one for each service, each with a role of its own', () => {
    const functions = all('AWS::Lambda::Function')
    expect(functions).toHaveLength(Object.keys(servicePaths).length)
    const roles = functions.map(([, fn]) => JSON.stringify(fn.Role))
    expect(new Set(roles).size).toBe(roles.length)
  })

  it('know the client secret only where people sign in, and by reference', () => {
    const secrets = all('AWS::Lambda::Function').flatMap(([, fn]) =>
      list(at(fn, 'Environment.Variables.OIDC_CLIENT_SECRET')),
    )
    expect(secrets).toHaveLength(1)
    expect(JSON.stringify(secrets)).toContain('{{resolve:secretsmanager:')
  })

  it('each have alarms on errors, throttling and slowness that say what people cannot do', () => {
    const alarms = all('AWS::CloudWatch::Alarm').map(([, alarm]) => alarm)
    for (const [id] of all('AWS::Lambda::Function')) {
      const mine = alarms.filter((alarm) => JSON.stringify(alarm.Dimensions ?? []).includes(id))
      expect(mine.map((alarm) => String(alarm.MetricName)).toSorted()).toEqual(['Duration', 'Errors', 'Throttles'])
    }
    const told = (alarm: Properties) =>
      String(alarm.AlarmDescription).length > 40 && list(alarm.AlarmActions).length > 0
    expect(breaking('AWS::CloudWatch::Alarm', told)).toEqual([])
  })
})

describe('least privilege', () => {
  it('names every resource; only tracing, which has none, takes "*"', () => {
    const isWide = (resource: unknown) => typeof resource === 'string' && resource.includes('*')
    const wide = roleStatements(template).filter(({ Resource }) => list(Resource).some(isWide))
    expect(wide.map(({ Action }) => Action)).toEqual([['xray:PutTraceSegments', 'xray:PutTelemetryRecords']])
  })

  it('allows what the store does and no more: no scan, nothing about tables or keys themselves', () => {
    const table = /^dynamodb:(GetItem|BatchGetItem|Query|PutItem|UpdateItem|DeleteItem|ConditionCheckItem)$/
    const rest = /^(kms:(Decrypt|Encrypt|GenerateDataKey|DescribeKey)|logs:(CreateLogStream|PutLogEvents)|xray:Put\w+)$/
    expect(actions().filter((action) => !table.test(action) && !rest.test(action))).toEqual([])
  })

  it('uses no managed policy of the provider', () => {
    const managed = all('AWS::IAM::Role').flatMap(([, role]) => list(role.ManagedPolicyArns))
    expect(managed.filter((arn) => JSON.stringify(arn).includes(':aws:policy'))).toEqual([])
  })
})

describe('the way in', () => {
  it('leaves no bucket public and takes only TLS', () => {
    const shut = { BlockPublicAcls: true, BlockPublicPolicy: true, IgnorePublicAcls: true, RestrictPublicBuckets: true }
    for (const [, bucket] of all('AWS::S3::Bucket')) expect(bucket.PublicAccessBlockConfiguration).toEqual(shut)
    const refusesPlain = (statement: Properties) =>
      statement.Effect === 'Deny' && at(statement, 'Condition.Bool') !== undefined
    const tlsOnly = (policy: Properties) => list<Properties>(at(policy, 'PolicyDocument.Statement')).some(refusesPlain)
    expect(breaking('AWS::S3::BucketPolicy', tlsOnly)).toEqual([])
  })

  it('speaks TLS 1.2 or newer to browsers and to the API', () => {
    const config = at(one('AWS::CloudFront::Distribution'), 'DistributionConfig')
    expect(at(config, 'ViewerCertificate.MinimumProtocolVersion')).toBe('TLSv1.2_2021')
    const origins = list<Properties>(at(config, 'Origins')).flatMap((origin) => list(origin.CustomOriginConfig))
    expect(origins).toMatchObject([{ OriginProtocolPolicy: 'https-only', OriginSSLProtocols: ['TLSv1.2'] }])
    expect(at(config, 'DefaultCacheBehavior.ViewerProtocolPolicy')).toBe('redirect-to-https')
    expect(at(config, 'CacheBehaviors')).toMatchObject([
      { PathPattern: '/api/openapi.json', ViewerProtocolPolicy: 'redirect-to-https' },
      { PathPattern: '/api/*', ViewerProtocolPolicy: 'https-only' },
    ])
  })

  it('answers pages with the shell and leaves the errors of the API alone', () => {
    const config = at(one('AWS::CloudFront::Distribution'), 'DistributionConfig')
    expect(at(config, 'CustomErrorResponses')).toBeUndefined()
    expect(at(config, 'CacheBehaviors.1.FunctionAssociations')).toBeUndefined()
    const source = String(one('AWS::CloudFront::Function').FunctionCode)
    const answered = (uri: string) =>
      at(runInNewContext(`${source}; handler(event)`, { event: { request: { uri } } }), 'uri')
    expect(answered('/registret')).toBe('/index.html')
    expect(answered('/behandlingar/act_01K')).toBe('/index.html')
    expect(answered('/assets/app-X1.js')).toBe('/assets/app-X1.js')
  })

  it('sends the same security headers as the app itself', () => {
    const expected = new Headers({ 'Content-Security-Policy': pagePolicy, 'Cache-Control': 'left to the bucket' })
    secure(expected)
    expected.delete('Cache-Control')
    const config = at(one('AWS::CloudFront::ResponseHeadersPolicy'), 'ResponseHeadersPolicyConfig')
    const security = (path: string) => String(at(config, `SecurityHeadersConfig.${path}`))
    const below = security('StrictTransportSecurity.IncludeSubdomains') === 'true' ? '; includeSubDomains' : ''
    const sent = new Headers({
      'Content-Security-Policy': security('ContentSecurityPolicy.ContentSecurityPolicy'),
      'X-Content-Type-Options': security('ContentTypeOptions.Override') === 'true' ? 'nosniff' : '',
      'X-Frame-Options': security('FrameOptions.FrameOption'),
      'Referrer-Policy': security('ReferrerPolicy.ReferrerPolicy'),
      'Strict-Transport-Security': `max-age=${security('StrictTransportSecurity.AccessControlMaxAgeSec')}${below}`,
    })
    const items = list<{ Header: string; Value: string }>(at(config, 'CustomHeadersConfig.Items'))
    for (const { Header, Value } of items) sent.set(Header, Value)
    expect(Object.fromEntries(sent)).toEqual(Object.fromEntries(expected))
  })

  it('throttles the API, sign-in harder, and logs each request without who or what was asked for', () => {
    const stage = one('AWS::ApiGatewayV2::Stage')
    expect(stage.DefaultRouteSettings).toMatchObject({ ThrottlingRateLimit: 100, ThrottlingBurstLimit: 200 })
    expect(at(stage, 'RouteSettings.ANY /api/session/{rest+}.ThrottlingRateLimit')).toBeLessThan(100)
    expect(at(stage, 'AccessLogSettings.Format')).not.toMatch(/sourceIp|userAgent|context\.path|authorizer|identity/)
  })

  it('reaches a function from the API only', () => {
    const fromApi = ({ Principal, SourceArn }: Properties) =>
      Principal === 'apigateway.amazonaws.com' && Boolean(SourceArn)
    expect(breaking('AWS::Lambda::Permission', fromApi)).toEqual([])
    expect(all('AWS::Lambda::Url')).toEqual([])
  })
})

describe('the template as a whole', () => {
  it('names no partition, region or account, so that it fits any of them', () => {
    const found = JSON.stringify(template.Resources).match(
      /arn:aws[\w-]*:|\b(eu|us|ap)-(north|west|central|east|south)\w*-\d\b|\b\d{12}\b/g,
    )
    expect(found ?? []).toEqual([])
  })

  it('gives the identity provider and the addresses as parameters without defaults', () => {
    const own = Object.entries(template.Parameters).filter(([name]) => name !== 'BootstrapVersion')
    expect(own.map(([name]) => name).toSorted()).toEqual([
      'AlarmEmail',
      'CertificateArn',
      'DomainName',
      'OidcClientId',
      'OidcCredential',
      'OidcIssuer',
      'OidcPersonClaim',
      'OidcProviderName',
      'WebAclArn',
    ])
    expect(own.filter(([, parameter]) => parameter.Default !== undefined)).toEqual([])
  })

  it('has changed in no other way since it was last looked at', () => {
    const stable = JSON.stringify(template.Resources, null, 1).replace(
      /"S3Key": "[0-9a-f]{64}\.zip"/g,
      '"S3Key": "<bundle>"',
    )
    expect(JSON.parse(stable)).toMatchSnapshot()
  })

  it('does not synthesize with an open security finding', () => {
    const app = createTestApp('test')
    new Bucket(app.node.children.find(Stack.isStack)!, 'Open')
    expect(() => app.synth()).toThrow(/AwsSolutions-S10/)
  })
  it('acknowledges at most five findings, each with a reason', () => {
    const acknowledged = sourceFiles('infra').flatMap((path) => readSource(path).match(/\.acknowledge\(/g) ?? [])
    expect(acknowledged.length).toBeLessThanOrEqual(5)
    const reasons = sourceFiles('infra').flatMap((path) => readSource(path).match(/\breason: '[^']{40,}'/g) ?? [])
    expect(reasons).toHaveLength(acknowledged.length)
  })
})
