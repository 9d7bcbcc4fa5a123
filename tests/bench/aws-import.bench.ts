import { type Cloud, openCloud } from '../support/cloud.ts'
import { createCloudImports } from '../support/cloud-import.ts'
import { makeDeployment } from '../support/deployment.ts'
import { startDynamoDBLocal } from '../support/dynamodb-local.ts'
import { type WorkLine, workLines } from '../support/import-lines.ts'
import { type LocalBucket, startLocalBucket } from '../support/local-bucket.ts'
import { type LocalQueue, startLocalQueue } from '../support/local-queue.ts'
import { assetRows } from '../support/asset-rows.ts'
import type { Figure } from './figure.ts'
import prices from './prices.json' with { type: 'json' }

/** `IMPORT_ROWS=300 npm run bench -- aws-import` measures less. */
const rows = Number(process.env['IMPORT_ROWS'] ?? 3000)
const wanted = 300_000
/** Of the stage `prod`: pieces worked on at once. */
const workers = 5
/** What a piece waits for the table on AWS: some forty answers one after the other, 5 ms each. */
const waitingMsPerChunk = 200
/** A list of assets takes no more new ones than this a second (docs/adr/0025). */
const mostRowsPerSecond = 400
const memoryGb = 1769 / 1024
const million = 1_000_000

/** The bundles on DynamoDB Local with files, queue and workers around them: one file of new assets, and what 300 000 would take. */
export async function measure(): Promise<Figure[]> {
  const [deployment, dynamodb, bucket, queue] = await Promise.all([
    makeDeployment(),
    startDynamoDBLocal(),
    startLocalBucket(),
    startLocalQueue(),
  ])
  const cloud = await openCloud({
    deployment,
    dynamodbEndpoint: dynamodb.endpoint,
    environment: { AWS_ENDPOINT_URL_S3: bucket.endpoint },
    resource: (type) => (type === 'AWS::S3::Bucket' ? bucket.name : type === 'AWS::SQS::Queue' ? queue.url : undefined),
  })
  try {
    return figuresOf(await importOnce(cloud, bucket, queue))
  } finally {
    await cloud.close()
    await Promise.all([bucket.close(), queue.close(), dynamodb.stop()])
    deployment.remove()
  }
}

interface Measured {
  lines: WorkLine[]
  seconds: number
  chunkCpuMs: number
  checkCpuMs: number
  puts: number
  gets: number
  sends: number
}

async function importOnce(cloud: Cloud, bucket: LocalBucket, queue: LocalQueue): Promise<Measured> {
  const worker = await cloud.lambda('intake-work')
  const imports = createCloudImports(await cloud.as('it'), queue, async () => worker)
  const file = Buffer.from(
    assetRows(rows)
      .map((cells) => cells.join(';'))
      .join('\n'),
  )
  const started = performance.now()
  const { id } = await imports.received(file)
  await imports.checked(id)
  await imports.apply(id)
  await queue.drain(worker, 1)
  const checkCpuMs = worker.cpuMs()
  await queue.drain(worker)
  let job = await imports.get(id)
  // A machine that is busy with other things may let a call run out of time: its piece comes back after a while.
  for (let wait = 0; job.state !== 'applied' && wait < 30; wait += 1) {
    await new Promise((resolve) => setTimeout(resolve, 5000))
    queue.letGo()
    await queue.drain(worker)
    job = await imports.get(id)
  }
  if (job.state !== 'applied' || job.applied.counts.created !== rows) throw new Error(JSON.stringify(job.applied))
  const lines = workLines(worker.output())
  const count = (method: string) => bucket.calls.filter((call) => call.startsWith(method)).length
  return {
    lines,
    seconds: (performance.now() - started) / 1000,
    chunkCpuMs: (worker.cpuMs() - checkCpuMs) / lines.filter(({ step }) => step === 'chunk').length,
    checkCpuMs,
    puts: count('PUT'),
    gets: count('GET'),
    sends: queue.calls.length + queue.handed * 2,
  }
}

function figuresOf({ lines, seconds, chunkCpuMs, checkCpuMs, puts, gets, sends }: Measured): Figure[] {
  const sum = (of: 'ReadUnits' | 'WriteUnits') => lines.reduce((total, line) => total + line[of], 0)
  const scale = wanted / rows
  const chunkSeconds = (chunkCpuMs + waitingMsPerChunk) / 1000
  const chunks = wanted / 200
  const savingSeconds = Math.max((chunks * chunkSeconds) / workers, wanted / mostRowsPerSecond)
  const checkSeconds = (checkCpuMs * scale * 2) / 1000
  const parts = {
    writes: (sum('WriteUnits') * scale * prices.dynamodbWriteUnits) / million,
    reads: (sum('ReadUnits') * scale * prices.dynamodbReadUnits) / million,
    functions: (chunks * chunkSeconds + checkSeconds) * memoryGb * prices.lambdaGbSecond,
    messages: (sends * scale * prices.queueRequests) / million,
    files: ((puts * prices.filesPutPerThousand + gets * prices.filesGetPerThousand) * scale) / 1000,
  }
  const cost = Object.values(parts).reduce((total, one) => total + one, 0)
  const many = `${wanted} rows on AWS`
  return [
    { name: `${rows} new rows through the bundles, DynamoDB Local`, value: rows / seconds, unit: 'rows/s' },
    { name: 'write units a new asset', value: sum('WriteUnits') / rows, unit: 'units', budget: 110 },
    { name: 'read units a new asset', value: sum('ReadUnits') / rows, unit: 'units', budget: 20 },
    { name: 'processor time of a piece of 200 rows', value: chunkCpuMs, unit: 'ms', budget: 4000 },
    { name: `${many}: reading and check`, value: checkSeconds / 60, unit: 'min' },
    { name: `${many}: saving with ${workers} workers`, value: savingSeconds / 60, unit: 'min', budget: 30 },
    { name: `${many}: write units`, value: (sum('WriteUnits') * scale) / million, unit: 'M' },
    ...Object.entries(parts).map(([part, value]) => ({ name: `${many}: ${part}`, value, unit: 'USD' })),
    { name: `${many}: all, on demand (prices ${prices.read.slice(0, 7)})`, value: cost, unit: 'USD', budget: 30 },
  ]
}
