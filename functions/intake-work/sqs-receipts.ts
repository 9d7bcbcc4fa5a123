import { ChangeMessageVisibilityCommand, SQSClient, type SQSClientConfig } from '@aws-sdk/client-sqs'

/** Lets a message that has been received come back to its queue of Amazon SQS after some seconds. */
export function createPostpone(url: string, settings: SQSClientConfig = {}) {
  const client = new SQSClient(settings)
  return async (receiptHandle: string, seconds: number): Promise<void> => {
    await client.send(
      new ChangeMessageVisibilityCommand({ QueueUrl: url, ReceiptHandle: receiptHandle, VisibilityTimeout: seconds }),
    )
  }
}
