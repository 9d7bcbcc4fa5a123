import { DynamoDBClient } from '@aws-sdk/client-dynamodb'
import { randomUUID } from 'node:crypto'
import { createClock } from '../../functions/clock.ts'
import { createCore, type Core } from '../../functions/core.ts'
import { type DemoDirectory, fillOrganisation } from '../../functions/demo/fill-organisation.ts'
import { cdnKeyHeader } from '../../functions/http/cdn-key.ts'
import { createSessions } from '../../functions/http/session.ts'
import { allKinds } from '../../functions/kinds.ts'
import { scanTable } from '../../functions/store/dynamodb-scan.ts'
import { openDynamoStore } from '../../functions/store/dynamodb.ts'
import { createTable } from '../../functions/store/dynamodb-table.ts'
import type { Store } from '../../functions/store/store.ts'
import { serviceOf } from '../../infra/service-paths.ts'
import { type Deployment, placeFunction, type Surroundings } from './deployment.ts'
import { localClient } from './dynamodb-client.ts'
import { httpEvent } from './lambda-events.ts'
import { type LambdaProcess, startLambda } from './lambda-process.ts'

/** What an HTTP API answers a client, its body read where it is JSON. */
export interface CloudAnswer {
  status: number
  headers: { readonly [name: string]: string }
  // oxlint-disable-next-line typescript/no-explicit-any -- tests look into answers of every shape
  body: any
}

/** Calls the API as one signed-in person, as a browser on the product's own page does. */
export interface CloudClient {
  get(path: string, headers?: { [name: string]: string }): Promise<CloudAnswer>
  post(path: string, body?: unknown, headers?: { [name: string]: string }): Promise<CloudAnswer>
  put(path: string, body: unknown, headers?: { [name: string]: string }): Promise<CloudAnswer>
  /** A body that is no JSON. */
  send(
    method: string,
    path: string,
    body: string | Uint8Array,
    headers: { [name: string]: string },
  ): Promise<CloudAnswer>
}

/** The product as it would run on AWS: its table in DynamoDB Local, each function's bundle in a process of its own. */
export interface Cloud extends DemoDirectory {
  table: string
  /** The table, for looking into and for what a test needs in place. */
  store: Store
  /** Engine and directory over the same table, in the test's own process. */
  core: Core
  /** The function's process, started when first asked for; one of its own for another time than the template's. */
  lambda(service: string, timeoutMs?: number): Promise<LambdaProcess>
  /** A person of the demo organisation, with a session made as sign-in makes it. */
  as(userId: string): Promise<CloudClient>
  close(): Promise<void>
}

export interface CloudOptions {
  deployment: Deployment
  dynamodbEndpoint: string
  /** What `Ref` and attributes of resources give, besides the table. */
  resource?: Surroundings['resource']
  /** Beside the template's environment, e.g. `AWS_ENDPOINT_URL_S3`. */
  environment?: { [name: string]: string }
}

const host = 'forteckna.example.se'
/** What stands in Secrets Manager, whatever is asked for; the CDN bears it too. */
export const localSecret = 'local-secret-of-32-characters-or-more'

/** A fresh table with the demo organisation in it, and the functions around it. */
export async function openCloud({ deployment, dynamodbEndpoint, resource, environment }: CloudOptions): Promise<Cloud> {
  const client = localClient(dynamodbEndpoint)
  const table = `records-${randomUUID().slice(0, 8)}`
  const admin = new DynamoDBClient(client)
  await createTable(admin, table)
  admin.destroy()
  const store = openDynamoStore({ table, client, scan: scanTable })
  const core = createCore({ store, clock: createClock(Date.now), kinds: allKinds })
  const filled = await fillOrganisation(core.deps.engine, '2026-01-01')
  const sessions = createSessions({ store, now: core.deps.now })
  const surroundings: Surroundings = {
    parameters: deployedWith,
    resource: (type, id, attribute) =>
      resource?.(type, id, attribute) ??
      (/^AWS::DynamoDB::(Global)?Table$/.test(type) && !attribute ? table : undefined),
    secret: () => localSecret,
  }
  const processes = new Map<string, Promise<LambdaProcess>>()
  const lambda = (service: string, timeoutMs?: number): Promise<LambdaProcess> => {
    const name = `${service} ${timeoutMs ?? ''}`
    const more = { AWS_ENDPOINT_URL_DYNAMODB: dynamodbEndpoint, ...environment }
    const placed = placeFunction(deployment, service, surroundings)
    const found = processes.get(name) ?? startLambda(service, { ...placed, ...(timeoutMs && { timeoutMs }) }, more)
    processes.set(name, found)
    return found
  }

  async function as(userId: string): Promise<CloudClient> {
    const secret = await sessions.start(filled.people[userId] ?? '-', 'sv')
    const send = async (
      method: string,
      path: string,
      body?: string | Uint8Array,
      headers: { [name: string]: string } = {},
    ) => {
      const own = {
        origin: `https://${host}`,
        'sec-fetch-site': 'same-origin',
        [cdnKeyHeader]: localSecret,
        ...headers,
      }
      const call = { method, path, host, headers: own, cookies: [`__Host-session=${secret}`] }
      const event = httpEvent({ ...call, ...(body !== undefined && { body }) })
      return readAnswer(await (await lambda(serviceOf(path.split('?')[0]!))).invoke(event))
    }
    const change =
      (method: string) =>
      (path: string, body?: unknown, headers: { [name: string]: string } = {}) =>
        body === undefined
          ? send(method, path, undefined, headers)
          : send(method, path, JSON.stringify(body), { 'content-type': 'application/json', ...headers })
    return {
      get: (path, headers) => send('GET', path, undefined, headers),
      post: change('POST'),
      put: change('PUT'),
      send,
    }
  }

  return {
    ...filled,
    table,
    store,
    core,
    lambda,
    as,
    async close() {
      await Promise.all([...processes.values()].map(async (one) => (await one).stop()))
      await store.close()
    },
  }
}

const deployedWith = {
  DomainName: host,
  MailFrom: 'forteckna@example.se',
  CdnKey: 'cdn',
  CdnKeyVersion: '00000000-0000-4000-8000-000000000001',
  CdnKeyFormerVersion: '00000000-0000-4000-8000-000000000002',
  OidcIssuer: 'https://login.example.se',
  OidcClientId: 'forteckna',
  OidcCredential: 'forteckna',
  OidcCredentialVersion: '00000000-0000-4000-8000-000000000000',
  OidcPersonClaim: 'sub',
  OidcProviderName: 'Test',
  OidcAssurance: 'any',
}

function readAnswer(answer: {
  statusCode: number
  headers?: { [name: string]: string }
  body?: string
  isBase64Encoded?: boolean
}): CloudAnswer {
  const { statusCode, headers = {}, body = '', isBase64Encoded } = answer
  const bytes = Buffer.from(body, isBase64Encoded ? 'base64' : 'utf8')
  const isJson = (headers['content-type'] ?? '').includes('json')
  return {
    status: statusCode,
    headers,
    body: isJson && bytes.length > 0 ? JSON.parse(bytes.toString()) : isBase64Encoded ? bytes : bytes.toString(),
  }
}
