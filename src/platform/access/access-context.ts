import type { Pool } from 'pg'
import type { AccessSettings } from './settings.ts'

/** What this folder needs of the safe for secrets: fields are bound to their column and row, keys to their purpose. */
export interface SecretBox {
  encrypt(column: string, rowId: string, plain: string): Buffer
  decrypt(column: string, rowId: string, sealed: Buffer): string
  derive(purpose: string): Buffer
  /** Keyed hashes under every key there is, newest first. */
  blindIndexes(column: string, normalised: string): readonly Buffer[]
}

/** What signing in works with. `pool` connects as the application's role, which owns nothing. */
export interface AccessContext {
  readonly pool: Pool
  readonly secrets: SecretBox
  readonly config: AccessSettings
}
