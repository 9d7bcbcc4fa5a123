// Checks the proof of one record on its own: node verify-proof.ts proof.json [public-key.pem]. Needs nothing but Node.
import { createHash, createPublicKey, verify } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { pathToFileURL } from 'node:url'

interface Head {
  number: number
  day: string
  at: string
  records: number
  root: string
  publicKey: string
  keyFingerprint: string
  signature: string
}

interface Revision {
  previous: string
  fixed: { head: { id: string; kind: string; revision: number } }
  leaves: { [pointer: string]: { salt: string; value: unknown } }
  hashes: { [pointer: string]: string }
  hash: string
}

interface Proof {
  head: Head
  leaf: { record: string; revision: number; hash: string; index: number }
  path: string[]
  revisions: Revision[]
}

/**
 * Everything that is wrong with a proof; nothing when the record's history is the one that was sealed.
 * @param trustedKey public key (PEM) that the head must be signed with; otherwise compare its fingerprint by eye
 */
export function faultsOfProof(proof: Proof, trustedKey?: string): string[] {
  try {
    return [...faultsOfHead(proof.head, trustedKey), ...faultsOfPath(proof), ...faultsOfHistory(proof)]
  } catch (error) {
    return [`not a proof: ${error instanceof Error ? error.message : String(error)}`]
  }
}

/** The head is signed by the key it names, and that key is the trusted one. */
function faultsOfHead(head: Head, trustedKey: string | undefined): string[] {
  const { signature, ...signed } = head
  const der = Buffer.from(head.publicKey, 'base64')
  const key = createPublicKey({ key: der, format: 'der', type: 'spki' })
  const faults: string[] = []
  if (sha256(der) !== head.keyFingerprint) faults.push('the fingerprint is not that of the key')
  if (key.asymmetricKeyDetails?.namedCurve !== 'prime256v1') faults.push('the key is not on the curve P-256')
  if (!verify('sha256', Buffer.from(canonical(signed)), key, Buffer.from(signature, 'base64')))
    faults.push('the signature of the head is false')
  if (trustedKey) {
    const trusted = createPublicKey(trustedKey).export({ format: 'der', type: 'spki' })
    if (!trusted.equals(der)) faults.push('the head is signed with another key than the trusted one')
  }
  return faults
}

/** The leaf is in the tree with the head's root: RFC 9162, 2.1.3.2. */
function faultsOfPath({ head, leaf, path }: Proof): string[] {
  const { index } = leaf
  if (!Number.isSafeInteger(index) || index < 0 || index >= head.records) return ['the leaf is not in the tree']
  let [at, last] = [index, head.records - 1]
  let hash = bytesHash(0, Buffer.from(`${leaf.record} ${leaf.revision} ${leaf.hash}`))
  for (const step of path) {
    const sibling = Buffer.from(step, 'hex')
    if (last === 0 || sibling.length !== 32) return ['the path has a false length']
    if (at % 2 === 1 || at === last) {
      hash = bytesHash(1, sibling, hash)
      while (at % 2 === 0 && at !== 0) [at, last] = [Math.floor(at / 2), Math.floor(last / 2)]
    } else {
      hash = bytesHash(1, hash, sibling)
    }
    ;[at, last] = [Math.floor(at / 2), Math.floor(last / 2)]
  }
  return last === 0 && hash.toString('hex') === head.root ? [] : ["the path does not lead to the head's root"]
}

/** Each revision has the hash that its content gives, names the one before it, and the last is the leaf's. */
function faultsOfHistory({ leaf, revisions }: Proof): string[] {
  const faults = revisions.flatMap((revision, at) => {
    const { id, kind, revision: number } = revision.fixed.head
    const where = `revision ${at + 1}`
    return [
      ...(number === at + 1 ? [] : [`${where} is missing`]),
      ...(`${kind}#${id}` === leaf.record ? [] : [`${where} is another record's`]),
      ...(revision.previous === (revisions[at - 1]?.hash ?? '') ? [] : [`${where} does not follow the one before it`]),
      ...(hashOf(revision) === revision.hash ? [] : [`the content of ${where} is not what was sealed`]),
    ]
  })
  if (revisions.length !== leaf.revision) faults.push(`there are ${revisions.length} revisions, not ${leaf.revision}`)
  if (revisions.at(-1)?.hash !== leaf.hash) faults.push('the last revision is not the sealed one')
  return faults
}

function hashOf({ previous, fixed, leaves, hashes }: Revision): string {
  const open = Object.entries(leaves).map(([pointer, { salt, value }]) => [
    pointer,
    sha256(salt + pointer + canonical(value)),
  ])
  return sha256(canonical({ previous, fixed, leaves: { ...hashes, ...Object.fromEntries(open) } }))
}

/** JSON in its one canonical form, RFC 8785. */
function canonical(value: unknown): string {
  if (value === null || typeof value !== 'object') return JSON.stringify(value)
  if (Array.isArray(value)) return `[${value.map(canonical).join(',')}]`
  const members = Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1))
  return `{${members.map(([key, member]) => `${JSON.stringify(key)}:${canonical(member)}`).join(',')}}`
}

function sha256(content: string | Buffer): string {
  return createHash('sha256').update(content).digest('hex')
}

function bytesHash(mark: number, ...parts: Buffer[]): Buffer {
  const hash = createHash('sha256').update(Buffer.from([mark]))
  for (const part of parts) hash.update(part)
  return hash.digest()
}

function main([file, keyFile]: string[]): number {
  if (!file) {
    console.error('node verify-proof.ts proof.json [public-key.pem]')
    return 2
  }
  const proof = JSON.parse(readFileSync(file, 'utf8')) as Proof
  const faults = faultsOfProof(proof, keyFile === undefined ? undefined : readFileSync(keyFile, 'utf8'))
  for (const fault of faults) console.log(fault)
  if (faults.length > 0) return 1
  const { head, leaf, revisions } = proof
  const hidden = revisions.reduce((sum, { hashes }) => sum + Object.keys(hashes).length, 0)
  console.log(`${leaf.record}: ${leaf.revision} revisions are those that head ${head.number} sealed at ${head.at}.`)
  console.log(
    `Signed with the key ${head.keyFingerprint}${keyFile ? ', which is the trusted one' : ': is it the published one?'}`,
  )
  if (hidden > 0) console.log(`${hidden} values are erased or withheld; their hashes fit.`)
  return 0
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href)
  process.exitCode = main(process.argv.slice(2))
