import { describe, expect, test } from 'vitest'
import { localConfig } from '../../../functions/local/config.ts'

describe('the configuration of the local server', () => {
  test('has its values when the environment is silent', () => {
    expect(localConfig({})).toEqual({
      port: 3000,
      origin: 'http://localhost:3000',
      dataDir: '.data',
      demo: true,
      web: true,
    })
  })

  test('follows the environment', () => {
    const environment = { PORT: '8080', DATA_DIR: '/tmp/x', CLOCK: '2026-11-21T12:00:00Z', DEMO: '0' }
    expect(localConfig(environment)).toMatchObject({
      origin: 'http://localhost:8080',
      dataDir: '/tmp/x',
      start: '2026-11-21T12:00:00Z',
      demo: false,
    })
  })

  test.each(['http', '0', '70000', '80.5', ''])('refuses PORT=%s', (port) => {
    expect(() => localConfig({ PORT: port })).toThrow(`PORT is no port: ${port}`)
  })
})
