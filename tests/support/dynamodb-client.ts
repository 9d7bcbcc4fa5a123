import type { DynamoDBClientConfig } from '@aws-sdk/client-dynamodb'

/** How tests reach DynamoDB Local; patient, since a busy machine is no fault of the store. */
export function localClient(endpoint: string): DynamoDBClientConfig {
  const credentials = { accessKeyId: 'local', secretAccessKey: 'local' }
  const requestHandler = { connectionTimeout: 10_000, requestTimeout: 20_000, throwOnRequestTimeout: true }
  return { endpoint, region: 'eu-north-1', credentials, requestHandler }
}
