import type { DynamoDBRecord } from 'aws-lambda'

type Answer = { [field: string]: unknown }

/** Asks the streams of DynamoDB Local, which takes any signature, without another client of the SDK. */
async function ask(endpoint: string, operation: string, input: object): Promise<Answer> {
  const response = await fetch(endpoint, {
    method: 'POST',
    headers: {
      'content-type': 'application/x-amz-json-1.0',
      'x-amz-target': `DynamoDBStreams_20120810.${operation}`,
      'x-amz-date': '20261122T050000Z',
      authorization:
        'AWS4-HMAC-SHA256 Credential=local/20261122/eu-north-1/dynamodb/aws4_request, SignedHeaders=host, Signature=0',
    },
    body: JSON.stringify(input),
  })
  const answer = (await response.json()) as Answer
  if (!response.ok) throw new Error(`${operation}: ${JSON.stringify(answer)}`)
  return answer
}

/** Every record of a table's stream, shard by shard from its beginning, as Lambda hands them over. */
export async function streamRecords(endpoint: string, streamArn: string): Promise<DynamoDBRecord[]> {
  const { StreamDescription } = await ask(endpoint, 'DescribeStream', { StreamArn: streamArn })
  const { Shards } = StreamDescription as { Shards: { ShardId: string }[] }
  const records: DynamoDBRecord[] = []
  for (const { ShardId } of Shards) {
    const from = { StreamArn: streamArn, ShardId, ShardIteratorType: 'TRIM_HORIZON' }
    let { ShardIterator } = (await ask(endpoint, 'GetShardIterator', from)) as { ShardIterator?: string }
    for (let empty = 0; ShardIterator && empty < 3;) {
      const page = await ask(endpoint, 'GetRecords', { ShardIterator, Limit: 1000 })
      const { Records = [], NextShardIterator } = page as { Records?: DynamoDBRecord[]; NextShardIterator?: string }
      records.push(...Records)
      empty = Records.length === 0 ? empty + 1 : 0
      ShardIterator = NextShardIterator
    }
  }
  return records
}
