import { DynamoDBClient, type DynamoDBClientConfig } from '@aws-sdk/client-dynamodb'
import { createAttempts, type Attempts, type Pace } from './dynamodb-attempts.ts'
import type { Meter } from './meter.ts'

export interface TableOptions extends Partial<Pace> {
  table: string
  /** Region, endpoint, credentials; the SDK's own retries stay off. */
  client?: DynamoDBClientConfig
  meter?: Meter
}

/** What calls to one table are made with. */
export interface TableAccess {
  table: string
  client: DynamoDBClient
  attempts: Attempts
  meter: Meter | undefined
}

const timeouts = { connectionTimeout: 1000, requestTimeout: 3000, throwOnRequestTimeout: true }

/** A client for the table, which tries again by the store's own rules. */
export function openTable({ table, client, meter, now, sleep, random }: TableOptions): TableAccess {
  return {
    table,
    meter,
    client: new DynamoDBClient({ requestHandler: timeouts, ...client, maxAttempts: 1 }),
    attempts: createAttempts({
      now: now ?? (() => performance.now()),
      sleep: sleep ?? ((ms) => new Promise((resolve) => setTimeout(resolve, ms))),
      random: random ?? Math.random,
    }),
  }
}
