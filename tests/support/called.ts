import type { Metafile } from 'esbuild'
import { contentsOf } from './bundle.ts'
import type { Right } from './granted.ts'
import { idsIn } from './granted.ts'
import { readCode } from './source-files.ts'
import { at, list, type Properties, resourcesOf, type Template } from './template.ts'

/** What the provider asks for when a command of its SDK is sent. */
const actionsOf: { readonly [command: string]: readonly string[] } = {
  'dynamodb:GetItem': ['dynamodb:GetItem'],
  'dynamodb:BatchGetItem': ['dynamodb:BatchGetItem'],
  'dynamodb:Query': ['dynamodb:Query'],
  'dynamodb:Scan': ['dynamodb:Scan'],
  // The store's transactions put, delete and check; `toTransactItem` makes nothing else.
  'dynamodb:TransactWriteItems': ['dynamodb:PutItem', 'dynamodb:DeleteItem', 'dynamodb:ConditionCheckItem'],
  'sqs:SendMessage': ['sqs:SendMessage'],
  'sqs:SendMessageBatch': ['sqs:SendMessage'],
  'sqs:ChangeMessageVisibility': ['sqs:ChangeMessageVisibility'],
  'sesv2:SendEmail': ['ses:SendEmail'],
  'kms:Sign': ['kms:Sign'],
  'kms:GetPublicKey': ['kms:GetPublicKey'],
  's3:GetObject': ['s3:GetObject'],
  's3:PutObject': ['s3:PutObject'],
  's3:ListObjectsV2': ['s3:ListBucket'],
}
const presigned: { readonly [method: string]: string } = {
  GET: 's3:GetObject',
  PUT: 's3:PutObject',
  DELETE: 's3:DeleteObject',
  LIST: 's3:ListBucket',
  TAGGING: 's3:GetObjectTagging',
}
const keyActions = ['kms:Decrypt', 'kms:Encrypt', 'kms:GenerateDataKey', 'kms:DescribeKey']

/** Commands of the SDK (`dynamodb:Query`) and signed requests (`signed:PUT`) in the files that a bundle holds. */
export function callsOf(metafile: Metafile): string[] {
  const files = contentsOf(metafile).files.filter((path) => path.startsWith('functions/'))
  return [...new Set(files.flatMap((path) => callsIn(readCode(path))))].toSorted()
}

/** As `callsOf`, of one file. */
export function callsIn(code: string): string[] {
  const clients = [...code.matchAll(/import \{([^}]*)\} from '@aws-sdk\/client-(\w+)'/g)]
  const commands = [...code.matchAll(/new (\w+)Command\(/g)].map((match) => match[1]!)
  const sent = commands.flatMap((command) => {
    const client = clients.find(([, names]) => new RegExp(`\\b${command}Command\\b`).test(names!))
    return client ? [`${client[2]}:${command}`] : []
  })
  const signs = /from '\.{1,2}\/(files\/)?presign\.ts'/.test(code)
  const methods = signs ? [...code.matchAll(/(?:call\(|method: )'(GET|PUT|DELETE)'/g)].map((match) => match[1]!) : []
  if (signs && code.includes("'list-type'")) methods.push('LIST')
  if (signs && code.includes('tagging:')) methods.push('TAGGING')
  return [...new Set([...sent, ...methods.map((method) => `signed:${method}`)])]
}

/** What a function must be allowed: for its calls, and for what the template makes the provider do in its name. */
export function neededBy(template: Template, functionId: string, calls: readonly string[]): Right[] {
  const own = template.Resources[functionId]!.Properties
  const environment = (at(own, 'Environment.Variables') ?? {}) as Properties
  const named = (pattern: RegExp) =>
    Object.entries(environment).flatMap(([name, value]) => (pattern.test(name) ? idsIn(value) : []))
  const targets: { readonly [service: string]: readonly string[] } = {
    dynamodb: named(/^TABLE_NAME$/),
    sqs: named(/_QUEUE_URL$/),
    ses: [...named(/^MAIL_CONFIGURATION_SET$/), ...resourcesOf(template, 'AWS::SES::EmailIdentity').map(([id]) => id)],
    kms: named(/^SIGNING_KEY_ID$/),
    s3: named(/_BUCKET$/),
  }
  const byCalls = calls.flatMap((call) => {
    const actions = call.startsWith('signed:') ? [presigned[call.slice(7)]!] : actionsOf[call]
    if (!actions) throw new Error(`say in actionsOf what ${call} needs`)
    return actions.flatMap((action) => on(action, targets[action.split(':')[0]!] ?? []))
  })
  const fed = feeding(template, functionId)
  const dead = idsIn(at(own, 'DeadLetterConfig.TargetArn'))
  const all = [...byCalls, ...fed, ...dead.flatMap((id) => on('sqs:SendMessage', [id]))]
  const through = ['dynamodb', 'sqs', 's3'].filter((service) =>
    all.some((right) => right.startsWith(`${service}:`) && !/Stream|GetRecords|GetShardIterator/.test(right)),
  )
  const key = idsIn(own.KmsKeyArn)
  return [
    ...new Set([
      ...all,
      ...['lambda', ...through].flatMap((service) => on(keyActions, key).map((right) => `${right} through ${service}`)),
      ...on(['logs:CreateLogStream', 'logs:PutLogEvents'], idsIn(at(own, 'LoggingConfig.LogGroup'))),
      ...on(['xray:PutTraceSegments', 'xray:PutTelemetryRecords'], ['*']),
    ]),
  ].toSorted()
}

/** What it takes that a queue or the table's stream hands the function its work. */
function feeding(template: Template, functionId: string): Right[] {
  const mine = resourcesOf(template, 'AWS::Lambda::EventSourceMapping').filter(([, mapping]) =>
    idsIn(mapping.FunctionName).includes(functionId),
  )
  return mine.flatMap(([, mapping]) => {
    const source = idsIn(mapping.EventSourceArn)
    const failed = idsIn(at(mapping, 'DestinationConfig.OnFailure.Destination'))
    const isQueue = template.Resources[source[0]!]?.Type === 'AWS::SQS::Queue'
    const actions = isQueue
      ? ['sqs:ReceiveMessage', 'sqs:DeleteMessage', 'sqs:GetQueueAttributes']
      : ['DescribeStream', 'GetRecords', 'GetShardIterator', 'ListStreams'].map((action) => `dynamodb:${action}`)
    return [...on(actions, source), ...on('sqs:SendMessage', failed)]
  })
}

function on(actions: string | readonly string[], resources: readonly string[]): Right[] {
  return list<string>(actions).flatMap((action) => resources.map((resource) => `${action} on ${resource}`))
}
