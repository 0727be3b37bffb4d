import { createHash } from 'node:crypto'

/** SHA-256 for the record, which itself reaches for no machine. */
export const sha256 = (bytes: Uint8Array): Uint8Array => createHash('sha256').update(bytes).digest()
