/** Whoever signs heads: a key that never leaves its keeper. */
export interface Signer {
  /** SPKI, DER. */
  publicKey(): Promise<Uint8Array>
  /** ECDSA P-256 over SHA-256, as DER. */
  sign(bytes: Uint8Array): Promise<Uint8Array>
}
