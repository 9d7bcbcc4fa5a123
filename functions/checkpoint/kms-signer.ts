import { GetPublicKeyCommand, KMSClient, SignCommand, type KMSClientConfig } from '@aws-sdk/client-kms'
import type { Signer } from './signer.ts'

const attempts = 6

/** Signs with an asymmetric key of KMS (ECC_NIST_P256); refusals that pass are tried again by the SDK, the rest are thrown. */
export function createKmsSigner(keyId: string, config: KMSClientConfig = {}): Signer {
  const client = new KMSClient({ maxAttempts: attempts, ...config })
  return {
    async publicKey() {
      const { PublicKey } = await client.send(new GetPublicKeyCommand({ KeyId: keyId }))
      if (!PublicKey) throw new Error('KMS gave no public key')
      return PublicKey
    },
    async sign(bytes) {
      const asked = { KeyId: keyId, Message: bytes, MessageType: 'RAW', SigningAlgorithm: 'ECDSA_SHA_256' } as const
      const { Signature } = await client.send(new SignCommand(asked))
      if (!Signature) throw new Error('KMS gave no signature')
      return Signature
    },
  }
}
