/** Seals text so that only who has the key can read it, and only for the place it was sealed for. */
export interface Sealer {
  /** Base64. */
  seal(place: string, text: string): Promise<string>
  /** Undefined when it was sealed with another key, for another place, or changed since. */
  open(place: string, sealed: string): Promise<string | undefined>
}

const nonceBytes = 12
const name = 'AES-GCM'

/** @param key 256 bits, base64url; undefined where the browser has no cryptography, as on a page without https */
export async function createSealer(key: string): Promise<Sealer | undefined> {
  const { subtle } = crypto
  if (!subtle) return undefined
  const bytes = bytesOf(key.replaceAll('-', '+').replaceAll('_', '/'))
  const secret = await subtle.importKey('raw', bytes, name, false, ['encrypt', 'decrypt'])
  const terms = (place: string, iv: BufferSource) => ({ name, iv, additionalData: new TextEncoder().encode(place) })
  return {
    seal: async (place, text) => {
      const nonce = crypto.getRandomValues(new Uint8Array(nonceBytes))
      const box = await subtle.encrypt(terms(place, nonce), secret, new TextEncoder().encode(text))
      return base64Of([...nonce, ...new Uint8Array(box)])
    },
    open: async (place, sealed) => {
      try {
        const bytes = bytesOf(sealed)
        const [nonce, box] = [bytes.subarray(0, nonceBytes), bytes.subarray(nonceBytes)]
        return new TextDecoder().decode(await subtle.decrypt(terms(place, nonce), secret, box))
      } catch {
        return undefined
      }
    },
  }
}

function bytesOf(base64: string): Uint8Array<ArrayBuffer> {
  return Uint8Array.from(atob(base64), (character) => character.charCodeAt(0))
}

function base64Of(bytes: readonly number[]): string {
  return btoa(bytes.map((byte) => String.fromCharCode(byte)).join(''))
}
