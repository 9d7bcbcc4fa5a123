import { createHash, randomUUID } from 'node:crypto'

const region = 'eu-north-1'
const account = '000000000000'

export interface HttpCall {
  method: string
  /** With its query. */
  path: string
  /** The name the product is reached at. */
  host: string
  headers?: { readonly [name: string]: string }
  /** `name=value` each. */
  cookies?: readonly string[]
  body?: string | Uint8Array
}

/** A request as an HTTP API hands it over, payload format 2.0. */
export function httpEvent({ method, path, host, headers = {}, cookies, body }: HttpCall): object {
  const { pathname, search } = new URL(path, `https://${host}`)
  const query = [...new URL(path, `https://${host}`).searchParams]
  const isBinary = body !== undefined && typeof body !== 'string'
  return {
    version: '2.0',
    routeKey: 'ANY /{rest+}',
    rawPath: pathname,
    rawQueryString: search.slice(1),
    ...(cookies && { cookies }),
    headers: { host, 'x-forwarded-for': '192.0.2.1', 'x-forwarded-proto': 'https', ...headers },
    ...(query.length > 0 && { queryStringParameters: Object.fromEntries(query) }),
    requestContext: {
      accountId: account,
      apiId: 'api',
      domainName: host,
      domainPrefix: 'api',
      http: { method, path: pathname, protocol: 'HTTP/1.1', sourceIp: '192.0.2.1', userAgent: 'test' },
      requestId: randomUUID(),
      routeKey: 'ANY /{rest+}',
      stage: '$default',
      time: '21/Nov/2026:12:00:00 +0000',
      timeEpoch: Date.now(),
    },
    ...(body !== undefined && { body: isBinary ? Buffer.from(body).toString('base64') : body }),
    isBase64Encoded: isBinary,
  }
}

/** A message as it lies in a queue. */
export interface QueuedMessage {
  id: string
  body: string
  /** How many times it has been handed over, this time counted. */
  received: number
  sentAt: number
}

/** Messages as SQS hands them to a function. */
export function queueEvent(queue: string, messages: readonly QueuedMessage[]): object {
  return {
    Records: messages.map(({ id, body, received, sentAt }) => ({
      messageId: id,
      receiptHandle: `${id}-${received}`,
      body,
      attributes: {
        ApproximateReceiveCount: String(received),
        SentTimestamp: String(sentAt),
        SenderId: 'AIDAIENQZJOLO23YVJ4VO',
        ApproximateFirstReceiveTimestamp: String(sentAt + 1),
      },
      messageAttributes: {},
      md5OfBody: createHash('md5').update(body).digest('hex'),
      eventSource: 'aws:sqs',
      eventSourceARN: `arn:aws:sqs:${region}:${account}:${queue}`,
      awsRegion: region,
    })),
  }
}

/** Files that have come into a bucket, as S3 tells a function or a queue. */
export function objectCreatedEvent(bucket: string, objects: readonly { key: string; bytes: number }[]): object {
  return {
    Records: objects.map(({ key, bytes }) => ({
      eventVersion: '2.1',
      eventSource: 'aws:s3',
      awsRegion: region,
      eventTime: new Date().toISOString(),
      eventName: 'ObjectCreated:Put',
      userIdentity: { principalId: 'EXAMPLE' },
      requestParameters: { sourceIPAddress: '192.0.2.1' },
      responseElements: { 'x-amz-request-id': 'EXAMPLE', 'x-amz-id-2': 'EXAMPLE' },
      s3: {
        s3SchemaVersion: '1.0',
        configurationId: 'imports',
        bucket: { name: bucket, ownerIdentity: { principalId: 'EXAMPLE' }, arn: `arn:aws:s3:::${bucket}` },
        object: {
          // S3 encodes keys as forms are.
          key: encodeURIComponent(key).replaceAll('%2F', '/').replaceAll('%20', '+'),
          size: bytes,
          eTag: 'd41d8cd98f00b204e9800998ecf8427e',
          sequencer: '0A1B2C3D4E5F678901',
        },
      },
    })),
  }
}

/** A tick of an EventBridge rule. `time`: RFC 3339. */
export function scheduleEvent(rule: string, time: string): object {
  return {
    version: '0',
    id: randomUUID(),
    'detail-type': 'Scheduled Event',
    source: 'aws.events',
    account,
    time,
    region,
    resources: [`arn:aws:events:${region}:${account}:rule/${rule}`],
    detail: {},
  }
}

type AttributeValues = { readonly [name: string]: object }

/** A change of one item, in DynamoDB's own form (`{ S: … }`). */
export interface StreamChange {
  eventName: 'INSERT' | 'MODIFY' | 'REMOVE'
  keys: AttributeValues
  newImage?: AttributeValues
  oldImage?: AttributeValues
  sequence: number | string
}

/** Changes of a table as its stream hands them to a function, in the order they were made. */
export function streamEvent(table: string, changes: readonly StreamChange[]): object {
  return {
    Records: changes.map(({ eventName, keys, newImage, oldImage, sequence }) => ({
      eventID: createHash('md5').update(String(sequence)).digest('hex'),
      eventName,
      eventVersion: '1.1',
      eventSource: 'aws:dynamodb',
      awsRegion: region,
      dynamodb: {
        ApproximateCreationDateTime: Math.floor(Date.now() / 1000),
        Keys: keys,
        ...(newImage && { NewImage: newImage }),
        ...(oldImage && { OldImage: oldImage }),
        SequenceNumber: String(sequence).padStart(21, '0'),
        SizeBytes: 100,
        StreamViewType: newImage || oldImage ? 'NEW_AND_OLD_IMAGES' : 'KEYS_ONLY',
      },
      eventSourceARN: `arn:aws:dynamodb:${region}:${account}:table/${table}/stream/2026-11-21T12:00:00.000`,
    })),
  }
}
