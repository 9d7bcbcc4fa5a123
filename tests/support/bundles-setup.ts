import type { TestProject } from 'vitest/node'
import { type Deployment, makeDeployment } from './deployment.ts'
import { setup as startDynamoDB, teardown as stopDynamoDB } from './dynamodb-setup.ts'

declare module 'vitest' {
  interface ProvidedContext {
    /** The functions as they would be uploaded. */
    deployment: Deployment
  }
}

let remove: (() => void) | undefined

/** Vitest's global set-up of the bundles: made once, with the app around them and DynamoDB Local beside. */
export async function setup(project: TestProject): Promise<void> {
  await startDynamoDB(project)
  const { remove: removeAll, ...deployment } = await makeDeployment()
  remove = removeAll
  project.provide('deployment', deployment)
}

export async function teardown(): Promise<void> {
  await stopDynamoDB()
  remove?.()
}
