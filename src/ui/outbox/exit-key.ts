import { type OpenKey, seal, unseal } from './keyring.ts'
import type { Sealed, StoredKey } from './stored.ts'

/** The key under which a device writes a file that only the server opens, and the lease by which the server knows it. */
export interface ExitKey {
  readonly leaseId: string
  /** 256 bits, base64. */
  readonly exportKey: string
}

const about = (accountId: string, leaseId: string): string => `exit ${accountId} ${leaseId}`

/**
 * Keeps it beside the data key, and not only in the pack: the pack opens for 72 hours, and a stuck item must get out
 * after that as well.
 */
export async function sealExit({ leaseId, exportKey }: ExitKey, accountId: string, key: OpenKey): Promise<Sealed & { leaseId: string }> {
  const bytes = Uint8Array.from(atob(exportKey), (char) => char.charCodeAt(0))
  return { leaseId, ...(await seal(bytes, about(accountId, leaseId), key)) }
}

/** The latest one that the open keys reach. */
export async function openExit(stored: readonly StoredKey[], keys: readonly OpenKey[]): Promise<ExitKey | undefined> {
  for (const { accountId, exit } of stored.toReversed()) {
    const bytes = exit && (await unseal(exit, about(accountId, exit.leaseId), keys).catch(() => undefined))
    if (exit && bytes) return { leaseId: exit.leaseId, exportKey: btoa(String.fromCharCode(...bytes)) }
  }
  return undefined
}
