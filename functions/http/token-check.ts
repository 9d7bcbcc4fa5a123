/** What checking an access token takes of the library, by name: a later import of the whole of it could not be pruned. */
export { createRemoteJWKSet, errors, jwtVerify } from 'jose'
