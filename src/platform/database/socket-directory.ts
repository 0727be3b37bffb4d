import { createHash } from 'node:crypto'
import { chown, lstat, mkdir, rmdir } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { PlainError } from '../../kernel/plain-error.ts'
import type { ServerAccount } from './server-account.ts'
import { SOCKET_PORT } from './server-settings.ts'

/** The kernel takes 107 bytes of a socket's path on Linux, 103 on macOS. */
const LONGEST = 100

/** Where the server's socket lies: in the cluster, or, where that path is too long for a socket, in a folder of our own under the temporary one. */
export async function chooseSocketDirectory(cluster: string, account: ServerAccount): Promise<string> {
  if (Buffer.byteLength(join(cluster, `.s.PGSQL.${SOCKET_PORT}`)) <= LONGEST) return cluster
  const short = join(tmpdir(), `guidui-${createHash('sha256').update(cluster).digest('hex').slice(0, 16)}`)
  const isNew = (await mkdir(short, { recursive: true, mode: 0o700 })) !== undefined
  if (isNew && account) await chown(short, account.uid, account.gid)
  const found = await lstat(short)
  // Anyone may write in the temporary folder: a stranger's folder of this name could listen in.
  if (!found.isDirectory() || found.uid !== (account?.uid ?? process.getuid?.()) || (found.mode & 0o077) !== 0) {
    throw new PlainError({
      zh: `数据目录路径过长，套接字改放 ${short}，但该目录属于别人或可被别人写。请删除它，或换一个较短的数据目录。`,
      en: `The data directory's path is too long for a socket, and ${short}, used instead, belongs to somebody else or is open to others. Remove it, or choose a shorter data directory.`,
    })
  }
  return short
}

/** After the server has stopped: the folder that was made for its socket goes too; the cluster, which is not empty, stays. */
export async function dropSocketDirectory(directory: string): Promise<void> {
  await rmdir(directory).catch(() => undefined)
}
