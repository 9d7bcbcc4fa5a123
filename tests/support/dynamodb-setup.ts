import type { TestProject } from 'vitest/node'
import { startDynamoDBLocal, type DynamoDBLocal } from './dynamodb-local.ts'
import { javaMajor } from './java.ts'

declare module 'vitest' {
  interface ProvidedContext {
    /** Where DynamoDB Local answers; empty when this machine cannot run it. */
    dynamodbEndpoint: string
  }
}

let server: DynamoDBLocal | undefined

/** Vitest's global set-up of the projects that compare with DynamoDB Local: one server for a run. */
export async function setup(project: TestProject): Promise<void> {
  const java = javaMajor()
  if (java && java >= 17) {
    server = await startDynamoDBLocal()
  } else {
    const message = `DynamoDB Local needs Java 17 or newer, found ${java ?? 'none'}: its tests are skipped`
    if (process.env['CI'] === 'true') throw new Error(message)
    console.warn(message)
  }
  project.provide('dynamodbEndpoint', server?.endpoint ?? '')
}

export async function teardown(): Promise<void> {
  await server?.stop()
}
