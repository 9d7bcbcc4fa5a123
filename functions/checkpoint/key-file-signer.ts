import { createPrivateKey, createPublicKey, generateKeyPairSync, sign } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname } from 'node:path'
import type { Signer } from './signer.ts'

/**
 * Signs with the key in a file, made at first use: proof against mistakes and against whoever has the data without the key,
 * not against the owner of both. On AWS the key stands in KMS instead.
 */
export function openKeyFile(file: string): Signer {
  if (!existsSync(file)) makeKey(file)
  const key = createPrivateKey(readFileSync(file))
  return {
    publicKey: async () => createPublicKey(key).export({ format: 'der', type: 'spki' }),
    sign: async (bytes) => sign('sha256', bytes, key),
  }
}

function makeKey(file: string): void {
  mkdirSync(dirname(file), { recursive: true, mode: 0o700 })
  const { privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' })
  const pem = privateKey.export({ format: 'pem', type: 'pkcs8' })
  try {
    writeFileSync(file, pem, { mode: 0o600, flag: 'wx', flush: true })
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error
  }
}
