import { describe, expect, it } from 'vitest'
import { readCode, sourceFiles } from '../support/source-files.ts'

/** What a file needs in order to reach anything outside its process. */
const ways =
  /(?<![.\w])fetch\(|'node:(?:http|https|http2|net|tls|dgram)'|'(?:undici|openid-client)'|createRemoteJWKSet|'@aws-sdk\/client-[\w-]+'|WebSocket/
/** Parts that no Lambda holds (`tests/infra/bundles.test.ts`), and the local app, whose `fetch` is its own. */
const elsewhere = /^functions\/(local|identity|demo|token\.ts|http\/app\.ts)/

/** What the product may reach, and which files do: nothing else in a Lambda opens a connection. */
const allowed: { readonly [destination: string]: readonly string[] } = {
  'the table': ['access', 'attempts', 'batch', 'scan', 'table', ''].map(
    (part) => `functions/store/dynamodb${part && `-${part}`}.ts`,
  ),
  'queues named by the environment': [
    'functions/follow-up/sqs-queue.ts',
    'functions/intake/sqs-queue.ts',
    'functions/intake-work/sqs-receipts.ts',
  ],
  'buckets named by the environment': [
    'functions/files/bucket.ts',
    'functions/files/file-scan.ts',
    'functions/checkpoint/bucket-heads.ts',
    'functions/proof/sealed-heads.ts',
  ],
  'the key that signs': ['functions/checkpoint/kms-signer.ts'],
  'the post': ['functions/mail/ses-post.ts'],
  'the identity provider named by the environment': [
    'functions/http/bearer.ts',
    'functions/http/openid.ts',
    'functions/http/token-check.ts',
  ],
}

/** Files among these that reach outside. */
function reaching(files: readonly string[], read: (path: string) => string): string[] {
  const run = (path: string) => read(path).replaceAll(/import type [^']*'[^']*'/g, '')
  return files.filter((path) => !elsewhere.test(path) && ways.test(run(path))).toSorted()
}

describe('what a Lambda connects to', () => {
  it('is on a list, and no other file of the product can connect to anything', () => {
    expect(reaching(sourceFiles('functions'), readCode)).toEqual(Object.values(allowed).flat().toSorted())
  })

  it('is noticed when it is new: an address taken from a record, planted', () => {
    const planted = 'functions/suppliers/website.ts'
    const code = 'export const look = ({ website }: SupplierData) => fetch(website)'
    const read = (path: string) => (path === planted ? code : readCode(path))
    expect(reaching([...sourceFiles('functions'), planted], read)).toContain(planted)
  })

  it('comes from what the deployment says, never from a request or a record', () => {
    const named = Object.values(allowed)
      .flat()
      .flatMap((path) => [...readCode(path).matchAll(/(?<![.\w])fetch\((\w+)/g)].map((match) => match[1]!))
    // A signed address of the bucket, and one below the issuer; each file has no other.
    expect(named.toSorted()).toEqual(['address', 'presign', 'sign'])
    expect(readCode('functions/http/bearer.ts')).toContain('publishedKeys(settings.issuer)')
    expect(readCode('functions/http/openid.ts')).toContain('client.discovery(new URL(settings.issuer)')
  })
})
