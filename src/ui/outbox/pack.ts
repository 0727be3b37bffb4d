import type { SessionAccount } from '../api/session.ts'
import { canonical, toBytes, toText } from './canonical.ts'
import { type OpenKey, seal, unseal } from './keyring.ts'
import { FORMAT, type StoredPack } from './stored.ts'

/** What was taken along, open. The kit knows nothing of what is in `answers`: modules put it there and read it. */
export interface Pack {
  readonly account: SessionAccount
  readonly leaseId: string
  readonly expiresAt: string
  /** Opens at the township what this device writes into a file; base64. */
  readonly exportKey: string
  /** By the name of a view: what it answered when the village was taken along. */
  readonly answers: Readonly<Record<string, unknown>>
}

const about = (accountId: string, leaseId: string) => `pack ${accountId} ${leaseId}`

export async function sealPack(pack: Pack, key: OpenKey): Promise<StoredPack> {
  const { leaseId, expiresAt } = pack
  const accountId = pack.account.id
  const sealed = await seal(toBytes(canonical(pack)), about(accountId, leaseId), key)
  return { v: FORMAT, accountId, leaseId, expiresAt, ...sealed }
}

/** Undefined where the lease has run out, or no key fits. */
export async function openPack(stored: StoredPack, keys: readonly OpenKey[], now: number): Promise<Pack | undefined> {
  if (Date.parse(stored.expiresAt) <= now) return undefined
  const bytes = await unseal(stored, about(stored.accountId, stored.leaseId), keys).catch(() => undefined)
  return bytes && (JSON.parse(toText(bytes)) as Pack)
}
