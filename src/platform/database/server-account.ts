import { statSync } from 'node:fs'
import { dirname } from 'node:path'
import { PlainError } from '../../kernel/plain-error.ts'

/** The account PostgreSQL runs as; undefined: our own. */
export type ServerAccount = { readonly uid: number; readonly gid: number } | undefined

/** `nobody` and its group: 65534 on every Linux in use, and PostgreSQL needs no name for it. */
const NOBODY = { uid: 65_534, gid: 65_534 }

/**
 * PostgreSQL refuses to run as root: then it runs as the owner of the cluster that is there, or as `nobody`.
 *
 * @param cluster the cluster's directory, which need not exist yet
 */
export function chooseAccount(cluster: string): ServerAccount {
  if (process.getuid?.() !== 0) return undefined
  const owner = statSync(cluster, { throwIfNoEntry: false })
  return owner && owner.uid !== 0 ? { uid: owner.uid, gid: owner.gid } : NOBODY
}

/** @throws PlainError naming the first folder on the way to `path` (or `path` itself) that the account may not enter */
export function assertReachable(path: string, account: ServerAccount): void {
  if (!account) return
  const blocked = ancestors(path).find((place) => !mayEnter(place, account))
  if (blocked === undefined) return
  throw new PlainError({
    zh: `以 root 运行时，PostgreSQL 改用账户 uid ${account.uid}，但它进不了 ${blocked}。请运行 chmod o+x ${blocked}，或换一个它能进入的目录（如 /var/lib/guidui），或不要以 root 运行。`,
    en: `Run by root, PostgreSQL uses the account uid ${account.uid}, which may not enter ${blocked}. Run chmod o+x ${blocked}, or choose a directory it can enter (such as /var/lib/guidui), or do not run as root.`,
  })
}

/** From the root down to the path itself. */
function ancestors(path: string): string[] {
  const parent = dirname(path)
  return parent === path ? [path] : [...ancestors(parent), path]
}

function mayEnter(place: string, account: { uid: number; gid: number }): boolean {
  const found = statSync(place, { throwIfNoEntry: false })
  if (!found) return true
  if (found.uid === account.uid) return (found.mode & 0o100) !== 0
  if (found.gid === account.gid) return (found.mode & 0o010) !== 0
  return (found.mode & 0o001) !== 0
}
