import { expect, test } from 'vitest'
import { createMetricLog, type LogLine } from '../../../functions/http/log.ts'

const request: LogLine = {
  time: '2026-11-22T03:00:00.000Z',
  requestId: 'req_01M81GH8XW8A27DHD4WSACZ7EB',
  method: 'GET',
  route: '/api/activities/{id}',
  status: 200,
  durationMs: 12.3,
  readUnits: 5,
  writeUnits: 0,
}

test('a line of a request says its figures as metrics of the API, and those alone that there are', () => {
  const line = written(request)
  expect(metricsOf(line)).toEqual(['durationMs', 'readUnits'])
  expect(line).toMatchObject({ service: 'api', handler: 'Register-Processing', durationMs: 12.3, readUnits: 5 })
})

test('a slow request that failed past the CDN is counted as each of the three', () => {
  const line = written({ ...request, status: 503, slow: true, pastCdn: true })
  expect(metricsOf(line)).toEqual(['durationMs', 'readUnits', 'slow', 'failed', 'RequestsPastCdn'])
  expect(line).toMatchObject({ slow: 1, failed: 1, RequestsPastCdn: 1, status: 503 })
})

test('a line stays within what the month is reckoned with', () => {
  expect(Buffer.byteLength(JSON.stringify(written(request)))).toBeLessThan(400)
})

interface Written {
  _aws: { CloudWatchMetrics: { Dimensions: string[][]; Metrics: { Name: string }[] }[] }
}

function written(line: LogLine): Written {
  const texts: string[] = []
  createMetricLog('Register-Processing', (text) => texts.push(text))(line)
  expect(texts).toHaveLength(1)
  return JSON.parse(texts[0]!) as Written
}

function metricsOf({ _aws: { CloudWatchMetrics } }: Written): string[] {
  expect(CloudWatchMetrics[0]?.Dimensions).toEqual([['service']])
  return CloudWatchMetrics[0]!.Metrics.map(({ Name }) => Name)
}
