import { runInNewContext } from 'node:vm'
import { Stack, Validations } from 'aws-cdk-lib'
import { PolicyStatement, Role, ServicePrincipal } from 'aws-cdk-lib/aws-iam'
import { Bucket } from 'aws-cdk-lib/aws-s3'
import { beforeAll, describe, expect, it } from 'vitest'
import { cdnKeyHeader } from '../../functions/http/cdn-key.ts'
import { pagePolicy, secure } from '../../functions/http/security-headers.ts'
import { servicePaths } from '../../infra/service-paths.ts'
import {
  at,
  createTestApp,
  functionNames,
  list,
  type Properties,
  resourcesOf,
  synthesize,
  type Synthesized,
  type Template,
} from '../support/template.ts'

let synthesized: Synthesized
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

beforeAll(() => {
  synthesized = synthesize('prod')
  template = synthesized.main
}, 240_000)

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
    expect(table.StreamSpecification).toEqual({ StreamViewType: 'KEYS_ONLY' })
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

  it('are one for each folder with a Lambda', () => {
    const described = all('AWS::Lambda::Function').map(([, fn]) => String(fn.Description))
    expect(described.toSorted()).toEqual(functionNames.map((name) => `${name} of the register`).toSorted())
  })

  it('know the client secret only where people sign in, and by reference', () => {
    const secrets = all('AWS::Lambda::Function').flatMap(([, fn]) =>
      list(at(fn, 'Environment.Variables.OIDC_CLIENT_SECRET')),
    )
    expect(secrets).toHaveLength(1)
    expect(JSON.stringify(secrets)).toContain('{{resolve:secretsmanager:')
  })
})

describe('the way in', () => {
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
    const [files, api] = all('AWS::CloudFront::ResponseHeadersPolicy').map(
      ([, policy]) => policy.ResponseHeadersPolicyConfig,
    )
    const overriding = (policy: unknown) =>
      [...JSON.stringify(policy).matchAll(/"Override":(\w+)/g)].map(([, is]) => is)
    expect(new Set(overriding(files))).toEqual(new Set(['true']))
    expect(new Set(overriding(api))).toEqual(new Set(['false']))
    const apart = (policy: unknown) => ({ ...(policy as object), Name: '' })
    expect(JSON.stringify(apart(api)).replaceAll('false', 'true')).toBe(JSON.stringify(apart(files)))
    const behaviours = list<Properties>(at(one('AWS::CloudFront::Distribution'), 'DistributionConfig.CacheBehaviors'))
    expect(behaviours.every((behaviour) => behaviour.ResponseHeadersPolicyId !== undefined)).toBe(true)
    const config = files
    const security = (path: string) => String(at(config, `SecurityHeadersConfig.${path}`))
    const below = security('StrictTransportSecurity.IncludeSubdomains') === 'true' ? '; includeSubDomains' : ''
    const [bucket] = all('AWS::S3::Bucket').find(([, one]) => one.CorsConfiguration !== undefined)!
    const uploads = [' https://', { 'Fn::GetAtt': [bucket, 'RegionalDomainName'] }]
    const joined = list<unknown>(
      at(config, 'SecurityHeadersConfig.ContentSecurityPolicy.ContentSecurityPolicy.Fn::Join.1'),
    )
    expect([joined[0], joined[1]]).toEqual([expect.stringMatching(/connect-src 'self' https:\/\/$/), uploads[1]])
    const sent = new Headers({
      'Content-Security-Policy': `${String(joined[0]).slice(0, -String(uploads[0]).length)}${String(joined[2])}`,
      'X-Content-Type-Options': security('ContentTypeOptions.Override') === 'true' ? 'nosniff' : '',
      'X-Frame-Options': security('FrameOptions.FrameOption'),
      'Referrer-Policy': security('ReferrerPolicy.ReferrerPolicy'),
      'Strict-Transport-Security': `max-age=${security('StrictTransportSecurity.AccessControlMaxAgeSec')}${below}`,
    })
    const items = list<{ Header: string; Value: string }>(at(config, 'CustomHeadersConfig.Items'))
    for (const { Header, Value } of items) sent.set(Header, Value)
    expect(Object.fromEntries(sent)).toEqual(Object.fromEntries(expected))
  })

  it('documents are handed out by the bucket only when the scanner has marked them as sound', () => {
    const plan = one('AWS::GuardDuty::MalwareProtectionPlan')
    expect(plan.Actions).toEqual({ Tagging: { Status: 'ENABLED' } })
    expect(at(plan, 'ProtectedResource.S3Bucket.ObjectPrefixes')).toEqual(['documents/'])
    const bucket = at(plan, 'ProtectedResource.S3Bucket.BucketName')
    const [, policy] = all('AWS::S3::BucketPolicy').find(
      ([, one]) => JSON.stringify(one.Bucket) === JSON.stringify(bucket),
    )!
    const denied = list<Properties>(at(policy, 'PolicyDocument.Statement')).filter(
      ({ Effect, Resource }) => Effect === 'Deny' && JSON.stringify(Resource).includes('/documents/*'),
    )
    const others = { ArnNotEquals: { 'aws:PrincipalArn': plan.Role } }
    expect(denied.map(({ Action, Principal, Condition }) => ({ Action, Principal, Condition }))).toEqual([
      {
        Action: ['s3:GetObject', 's3:GetObjectVersion'],
        Principal: { AWS: '*' },
        Condition: {
          ...others,
          StringNotEquals: { 's3:ExistingObjectTag/GuardDutyMalwareScanStatus': 'NO_THREATS_FOUND' },
        },
      },
      { Action: ['s3:PutObjectTagging', 's3:PutObjectVersionTagging'], Principal: { AWS: '*' }, Condition: others },
    ])
  })

  it('give the API another address when asked, and change nothing that holds data', () => {
    const other = synthesize('prod', { apiAddress: 'B' }).main
    const idsOf = (made: Template, type: string) => resourcesOf(made, type).map(([id]) => id)
    expect(idsOf(other, 'AWS::ApiGatewayV2::Api')).toHaveLength(1)
    expect(idsOf(other, 'AWS::ApiGatewayV2::Api')).not.toEqual(idsOf(template, 'AWS::ApiGatewayV2::Api'))
    for (const type of ['AWS::DynamoDB::GlobalTable', 'AWS::DynamoDB::Table', 'AWS::S3::Bucket', 'AWS::KMS::Key'])
      expect(idsOf(other, type)).toEqual(idsOf(template, type))
  })

  it('throttles the API, sign-in harder, and logs each request without who or what was asked for', () => {
    const stage = one('AWS::ApiGatewayV2::Stage')
    expect(stage.DefaultRouteSettings).toMatchObject({ ThrottlingRateLimit: 100, ThrottlingBurstLimit: 200 })
    expect(at(stage, 'RouteSettings.ANY /api/session/{rest+}.ThrottlingRateLimit')).toBeLessThan(100)
    expect(at(stage, 'AccessLogSettings.Format')).not.toMatch(/sourceIp|userAgent|context\.path|authorizer|identity/)
  })

  it('answers only what comes by way of the CDN and so past the web ACL: by a key that it bears, new or former', () => {
    const key = (version: string) => `{"Ref":"CdnKey"},":SecretString:::",{"Ref":"${version}"}`
    const origins = list<Properties>(at(one('AWS::CloudFront::Distribution'), 'DistributionConfig.Origins'))
    const bearing = origins.filter((origin) => list(origin.OriginCustomHeaders).length > 0)
    expect(bearing).toEqual(origins.filter((origin) => origin.CustomOriginConfig !== undefined))
    const headers = list<Properties>(bearing[0]!.OriginCustomHeaders)
    expect(headers).toMatchObject([{ HeaderName: cdnKeyHeader }])
    expect(JSON.stringify(headers)).toContain(key('CdnKeyVersion'))
    const answering = all('AWS::Lambda::Function').filter(([, fn]) => at(fn, 'Environment.Variables.CDN_KEYS'))
    expect(answering.map(([, fn]) => String(fn.Description).replace(/ .*/, '')).toSorted()).toEqual(
      Object.keys(servicePaths).toSorted(),
    )
    for (const [, fn] of answering) {
      const keys = JSON.stringify(at(fn, 'Environment.Variables.CDN_KEYS'))
      for (const version of ['CdnKeyVersion', 'CdnKeyFormerVersion']) expect(keys).toContain(key(version))
    }
    const [distribution] = Object.values(template.Resources).filter(
      ({ Type }) => Type === 'AWS::CloudFront::Distribution',
    )
    const after = (distribution as unknown as { DependsOn: string[] }).DependsOn
    expect(after).toEqual(expect.arrayContaining(answering.map(([id]) => id)))
  })

  it('reaches a function from outside through the API only', () => {
    const fromApi = ({ Principal, SourceArn }: Properties) =>
      Principal === 'apigateway.amazonaws.com' && Boolean(SourceArn)
    expect(breaking('AWS::Lambda::Permission', fromApi)).toEqual([])
    expect(all('AWS::Lambda::Url')).toEqual([])
  })
})

describe('the template as a whole', () => {
  it('gives the identity provider and the addresses as parameters without defaults', () => {
    const own = Object.entries(template.Parameters).filter(([name]) => name !== 'BootstrapVersion')
    expect(own.map(([name]) => name).toSorted()).toEqual([
      'AlarmEmail',
      'CdnKey',
      'CdnKeyFormerVersion',
      'CdnKeyVersion',
      'DomainName',
      'MailFrom',
      'OidcAssurance',
      'OidcClientId',
      'OidcCredential',
      'OidcCredentialVersion',
      'OidcIssuer',
      'OidcPersonClaim',
      'OidcProviderName',
    ])
    expect(own.filter(([, parameter]) => parameter.Default !== undefined)).toEqual([])
  })

  it.each(['main', 'edge', 'copy'] as const)(
    'has changed in no other way since it was last looked at: %s',
    async (part) => {
      const stable = JSON.stringify(synthesized[part].Resources, null, 1).replace(
        /"S3Key": "[0-9a-f]{64}\.zip"/g,
        '"S3Key": "<bundle>"',
      )
      await expect(`${stable}\n`).toMatchFileSnapshot(`__snapshots__/${part}.template.snap`)
    },
  )
})

describe('security findings', () => {
  it('stop the synthesis: an open bucket, planted', () => {
    const app = createTestApp('test')
    new Bucket(app.node.children.filter(Stack.isStack).at(-1)!, 'Open')
    expect(() => app.synth()).toThrow(/AwsSolutions-S10/)
  })

  it('stop it for a role with wide rights too, planted', () => {
    const app = createTestApp('test')
    const wide = new Role(app.node.children.filter(Stack.isStack).at(-1)!, 'Wide', {
      assumedBy: new ServicePrincipal('lambda.amazonaws.com'),
    })
    wide.addToPolicy(new PolicyStatement({ actions: ['s3:*'], resources: ['*'] }))
    expect(() => app.synth()).toThrow(/AwsSolutions-IAM5/)
  })

  it('are acknowledged at most five times, each with a reason', () => {
    const app = createTestApp('prod')
    app.synth()
    const acknowledged = app.node
      .findAll()
      .flatMap((construct) => construct.node.metadata)
      .filter(({ type }) => type === Validations.ACKNOWLEDGED_RULES_METADATA_KEY)
      .flatMap(({ data }) => Object.entries(data as { [id: string]: unknown }))
    expect(acknowledged.length).toBeGreaterThan(0)
    expect(acknowledged.length).toBeLessThanOrEqual(5)
    expect(acknowledged.map(([id, reason]) => [id, String(reason).length > 40])).toEqual(
      acknowledged.map(([id]) => [id, true]),
    )
  })
})
