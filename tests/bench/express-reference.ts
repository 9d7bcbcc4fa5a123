import { IncomingMessage, ServerResponse } from 'node:http'
import { Socket } from 'node:net'
import { DynamoDBClient } from '@aws-sdk/client-dynamodb'
import express from 'express'
import { z } from 'zod'

const Health = z.object({ status: z.literal('ok') }).strict()
const client = new DynamoDBClient({ region: 'eu-north-1', maxAttempts: 1 })
const app = express()
app.use(express.json())
app.get('/api/health', (_request, response) => {
  response.json(Health.parse({ status: 'ok' }))
})

/** The same endpoint as most would write it today: Express 5, zod and the AWS SDK, bundled with our own flags. */
export async function handler(event: { rawPath: string }): Promise<{ statusCode: number }> {
  const request = Object.assign(new IncomingMessage(new Socket()), { method: 'GET', url: event.rawPath })
  const response = new ServerResponse(request)
  const done = new Promise<void>((resolve) => {
    response.end = () => {
      resolve()
      return response
    }
  })
  app(request, response)
  await done
  client.destroy()
  return { statusCode: response.statusCode }
}
