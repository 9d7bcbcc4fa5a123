import { beforeAll, describe, expect, it } from 'vitest'
import { idsIn } from '../support/granted.ts'
import {
  at,
  createTestApp,
  list,
  type Properties,
  resourcesOf,
  roleStatements,
  synthesize,
  type Synthesized,
  type Template,
} from '../support/template.ts'

/** What must hold for every resource of every stack, whatever is added. */
const stages = ['dev', 'test', 'prod']
const made: { [stage: string]: Synthesized } = {}
beforeAll(() => {
  for (const stage of stages) made[stage] = synthesize(stage)
}, 240_000)

/** Ids of the resources of a type for which something does not hold, in all stacks; the type must exist. */
function breaking(
  stage: string,
  type: string,
  holds: (properties: Properties, template: Template, id: string) => boolean,
): string[] {
  const found = Object.values(made[stage]!).flatMap((template: Template) =>
    resourcesOf(template, type).map(([id, properties]) => [id, holds(properties, template, id)] as const),
  )
  expect(found.length).toBeGreaterThan(0)
  return found.flatMap(([id, right]) => (right ? [] : [id]))
}

const alarmsOf = (template: Template, id: string) =>
  resourcesOf(template, 'AWS::CloudWatch::Alarm').filter(([, alarm]) => idsIn(alarm.Dimensions).includes(id))

describe.each(stages)('in stage %s', (stage) => {
  it('logs have an end and our key', () => {
    const days = { dev: 30, test: 90, prod: 365 }[stage]
    expect(
      breaking(stage, 'AWS::Logs::LogGroup', (log) => log.RetentionInDays === days && log.KmsKeyId !== undefined),
    ).toEqual([])
  })

  it('buckets are shut, encrypted and speak TLS only', () => {
    const shut = { BlockPublicAcls: true, BlockPublicPolicy: true, IgnorePublicAcls: true, RestrictPublicBuckets: true }
    expect(
      breaking(stage, 'AWS::S3::Bucket', (bucket, template, id) => {
        const policies = resourcesOf(template, 'AWS::S3::BucketPolicy').filter(([, { Bucket }]) =>
          idsIn(Bucket).includes(id),
        )
        const statements = policies.flatMap(([, policy]) => list<Properties>(at(policy, 'PolicyDocument.Statement')))
        return (
          JSON.stringify(bucket.PublicAccessBlockConfiguration) === JSON.stringify(shut) &&
          bucket.BucketEncryption !== undefined &&
          statements.some(
            (one) => one.Effect === 'Deny' && at(one, 'Condition.Bool.aws:SecureTransport') === 'false',
          ) &&
          statements.every((one) => one.Effect === 'Deny' || JSON.stringify(one.Principal) !== '{"AWS":"*"}')
        )
      }),
    ).toEqual([])
  })

  it('topics, queues and functions are encrypted with our key', () => {
    expect(breaking(stage, 'AWS::SNS::Topic', (topic) => topic.KmsMasterKeyId !== undefined)).toEqual([])
    expect(breaking(stage, 'AWS::SQS::Queue', (queue) => queue.KmsMasterKeyId !== undefined)).toEqual([])
    expect(breaking(stage, 'AWS::Lambda::Function', (fn) => fn.KmsKeyArn !== undefined)).toEqual([])
    expect(
      breaking(stage, 'AWS::KMS::Key', (key) => key.EnableKeyRotation === true || key.KeyUsage === 'SIGN_VERIFY'),
    ).toEqual([])
  })

  it('a queue puts aside what fails, and what is put aside rings', () => {
    const { main } = made[stage]!
    const asides = new Set([
      ...resourcesOf(main, 'AWS::SQS::Queue').flatMap(([, queue]) =>
        idsIn(at(queue, 'RedrivePolicy.deadLetterTargetArn')),
      ),
      ...resourcesOf(main, 'AWS::Lambda::Function').flatMap(([, fn]) => idsIn(at(fn, 'DeadLetterConfig.TargetArn'))),
    ])
    expect(asides.size).toBeGreaterThan(3)
    expect(
      breaking(stage, 'AWS::SQS::Queue', (queue, template, id) =>
        asides.has(id)
          ? alarmsOf(template, id).some(([, { MetricName }]) => MetricName === 'ApproximateNumberOfMessagesVisible')
          : queue.RedrivePolicy !== undefined &&
            alarmsOf(template, id).some(([, { MetricName }]) => MetricName === 'ApproximateAgeOfOldestMessage'),
      ),
    ).toEqual([])
  })

  it('whatever is done without anybody waiting puts aside what fails', () => {
    const isFedByQueue = ({ EventSourceArn }: Properties, template: Template) =>
      template.Resources[idsIn(EventSourceArn)[0]!]!.Type === 'AWS::SQS::Queue'
    expect(
      breaking(stage, 'AWS::Lambda::EventSourceMapping', (mapping, template) => {
        const partly = list(mapping.FunctionResponseTypes).includes('ReportBatchItemFailures')
        const bisected =
          mapping.BisectBatchOnFunctionError === true &&
          Number(mapping.MaximumRetryAttempts) > 0 &&
          idsIn(at(mapping, 'DestinationConfig.OnFailure')).length === 1
        return partly && (isFedByQueue(mapping, template) || bisected)
      }),
    ).toEqual([])
    expect(
      breaking(stage, 'AWS::Scheduler::Schedule', (schedule, template) => {
        const called = template.Resources[idsIn(at(schedule, 'Target.Arn'))[0]!]!.Properties
        const aside = called.DeadLetterConfig ?? at(called, 'RedrivePolicy.deadLetterTargetArn')
        return (
          schedule.ScheduleExpressionTimezone === 'Europe/Stockholm' &&
          idsIn(at(schedule, 'Target.DeadLetterConfig')).length === 1 &&
          idsIn(aside).length === 1
        )
      }),
    ).toEqual([])
    expect(
      breaking(stage, 'AWS::Events::Rule', (rule) =>
        list(rule.Targets).every((target) => idsIn(at(target, 'DeadLetterConfig')).length === 1),
      ),
    ).toEqual([])
  })

  it('a function has alarms on errors, throttling and slowness, a log and a role of its own', () => {
    const { main } = made[stage]!
    const own = new Set<string>()
    expect(
      breaking(stage, 'AWS::Lambda::Function', (fn, template, id) => {
        const watched = alarmsOf(template, id).map(([, { MetricName }]) => String(MetricName))
        own.add(JSON.stringify([fn.Role]))
        own.add(JSON.stringify(at(fn, 'LoggingConfig.LogGroup')))
        return ['Duration', 'Errors', 'Throttles'].every((name) => watched.includes(name))
      }),
    ).toEqual([])
    expect(own.size).toBe(resourcesOf(main, 'AWS::Lambda::Function').length * 2)
  })

  it('an alarm says what people notice and what to do, and is sent', () => {
    expect(
      breaking(
        stage,
        'AWS::CloudWatch::Alarm',
        (alarm) =>
          /^\S.{20,}[.] .{20,}[.]$/.test(String(alarm.AlarmDescription)) &&
          list(alarm.AlarmActions).length > 0 &&
          list(alarm.OKActions).length > 0,
      ),
    ).toEqual([])
  })

  it('roles name every resource; only traces, which have none, take "*", and the scanner a rule whose name it ends itself', () => {
    const statements = Object.values(made[stage]!).flatMap((template) => roleStatements(template as Template))
    const itsRule = /:rule\/DO-NOT-DELETE-AmazonGuardDutyMalwareProtectionS3\*"/
    const wide = statements.filter(({ Resource }) => JSON.stringify(Resource).replace(itsRule, '"').includes('*'))
    expect(wide.map(({ Action }) => Action)).toEqual([['xray:PutTraceSegments', 'xray:PutTelemetryRecords']])
    expect(statements.filter(({ Action }) => list<string>(Action).some((one) => one.includes('*')))).toEqual([])
  })

  it('no role has a policy that the provider manages', () => {
    expect(
      breaking(
        stage,
        'AWS::IAM::Role',
        (role) => !JSON.stringify(list(role.ManagedPolicyArns)).includes(':aws:policy'),
      ),
    ).toEqual([])
  })

  it('everything that can carry a tag says product and stage', () => {
    const untagged = Object.values(made[stage]!).flatMap((template: Template) =>
      ['AWS::Lambda::Function', 'AWS::S3::Bucket', 'AWS::DynamoDB::Table', 'AWS::SQS::Queue', 'AWS::KMS::Key'].flatMap(
        (type) =>
          resourcesOf(template, type).filter(
            ([, { Tags }]) =>
              JSON.stringify(Tags) !==
              JSON.stringify([
                { Key: 'product', Value: 'forteckna' },
                { Key: 'stage', Value: stage },
              ]),
          ),
      ),
    )
    expect(untagged.map(([id]) => id)).toEqual([])
  })
})

describe('what is kept', () => {
  const holdsData = [
    'AWS::DynamoDB::Table',
    'AWS::KMS::Key',
    'AWS::Logs::LogGroup',
    'AWS::S3::Bucket',
    'AWS::Backup::BackupVault',
  ]
  const gone = (stage: string) =>
    Object.values(made[stage]!).flatMap((template: Template) =>
      Object.entries(template.Resources).flatMap(([id, { Type, DeletionPolicy }]) =>
        holdsData.includes(Type) && DeletionPolicy !== 'Retain' ? [id] : [],
      ),
    )

  it.each(['test', 'prod'])('in %s outlives the stack, whose end is guarded too', (stage) => {
    expect(gone(stage)).toEqual([])
    expect(breaking(stage, 'AWS::DynamoDB::Table', (table) => table.DeletionProtectionEnabled === true)).toEqual([])
    const { stacks } = createTestApp(stage).synth()
    expect(stacks.map(({ terminationProtection }) => terminationProtection)).toEqual([true, true, true])
  })

  it('in dev goes with the stack', () => {
    expect(gone('dev').length).toBeGreaterThan(5)
  })

  it('of the history cannot be shortened by anybody in production', () => {
    const locked = (stage: string) =>
      resourcesOf(made[stage]!.main, 'AWS::S3::Bucket').flatMap(([, bucket]) =>
        list(at(bucket, 'ObjectLockConfiguration.Rule.DefaultRetention')),
      )
    expect(locked('prod')).toEqual([{ Mode: 'COMPLIANCE', Days: 3650 }])
    expect(locked('test')).toEqual([{ Mode: 'GOVERNANCE', Days: 30 }])
  })

  it('is copied every night, and files as they come, to a second region', () => {
    const { main, copy } = made['prod']!
    const [[, plan]] = resourcesOf(main, 'AWS::Backup::BackupPlan') as [[string, Properties]]
    const [rule] = list<Properties>(at(plan, 'BackupPlan.BackupPlanRule'))
    expect(at(rule, 'CopyActions.0.DestinationBackupVaultArn.Fn::GetStackOutput')).toMatchObject({
      Region: 'eu-west-1',
      StackName: 'Forteckna-prod-copy',
    })
    const copied = resourcesOf(main, 'AWS::S3::Bucket').flatMap(([, bucket]) =>
      list<Properties>(at(bucket, 'ReplicationConfiguration.Rules')).map((one) => at(one, 'Filter.Prefix')),
    )
    expect(copied).toEqual(['documents/', 'heads/', 'leaves/'])
    expect(resourcesOf(copy, 'AWS::Backup::BackupVault')).toHaveLength(1)
  })
})

describe('regions, partitions and accounts', () => {
  const text = (template: Template) => JSON.stringify(template)

  it('are named nowhere: the same templates come out for other regions, with their names in', () => {
    const other = synthesize('prod', { region: 'eusc-de-east-1', copyRegion: 'eu-south-2' })
    const same = (from: string) => from.replaceAll('eusc-de-east-1', 'eu-north-1').replaceAll('eu-south-2', 'eu-west-1')
    const stable = (from: string) =>
      from.replaceAll(/[0-9a-f]{64}\.zip/g, '').replaceAll(/\w*(DistributionOrigin|Shell)\w*/g, '')
    for (const part of ['main', 'copy', 'edge'] as const)
      expect(stable(same(text(other[part])))).toBe(stable(text(made['prod']![part])))
  })

  it('stand in no ARN of any template', () => {
    for (const template of Object.values(made['prod']!) as Template[]) {
      expect(text(template).match(/arn:aws[\w-]*:|\b\d{12}\b/g) ?? []).toEqual([])
    }
  })

  it('hold no data and no logs beside the CDN: a certificate, a web ACL and a budget', () => {
    for (const stage of stages) {
      const types = Object.values(made[stage]!.edge.Resources).map(({ Type }) => Type)
      expect(types.toSorted()).toEqual([
        'AWS::Budgets::Budget',
        'AWS::CertificateManager::Certificate',
        'AWS::WAFv2::WebACL',
      ])
      const acl = text(made[stage]!.edge)
      expect(acl).not.toContain('"SampledRequestsEnabled":true')
    }
  })

  it('outside Europe are refused, and so is a copy beside its original', () => {
    expect(() => createTestApp('prod', { region: 'us-east-1' })).toThrow('must lie in Europe')
    expect(() => createTestApp('prod', { copyRegion: 'ap-south-1' })).toThrow('must lie in Europe')
    expect(() => createTestApp('prod', { copyRegion: 'eu-north-1' })).toThrow('another region')
    expect(() => createTestApp('staging')).toThrow('choose prod, test, dev')
  })
})

describe('the web ACL', () => {
  it('turns away too many requests of one address and known attacks, and counts long questions and what people write', () => {
    const [[, acl]] = resourcesOf(made['prod']!.edge, 'AWS::WAFv2::WebACL') as [[string, Properties]]
    expect(acl.Scope).toBe('CLOUDFRONT')
    const rules = list<Properties>(acl.Rules)
    expect(at(rules[0], 'Statement.RateBasedStatement')).toMatchObject({ Limit: 20_000, AggregateKeyType: 'IP' })
    const managed = rules.flatMap((rule) => list<Properties>(at(rule, 'Statement.ManagedRuleGroupStatement')))
    expect(managed.map(({ Name }) => Name)).toContain('AWSManagedRulesCommonRuleSet')
    const counted = managed.flatMap((group) =>
      list<Properties>(group.RuleActionOverrides).map(({ Name }) => String(Name)),
    )
    expect(counted.filter((name) => !name.endsWith('_BODY'))).toEqual(['SizeRestrictions_QUERYSTRING'])
  })
})
