import { setTimeout as sleep } from 'node:timers/promises'
import pg from 'pg'
import { PlainError } from '../../kernel/plain-error.ts'

/** 'guidui' in ASCII: the advisory lock that one process holds in the maintenance database of its private server. */
const LOCK = '113763810338153'

/** A living process keeps the lock. One that died leaves it as soon as the server notices, which a busy machine puts off. */
const PATIENCE = { living: 2_000, gone: 20_000 }

const NOBODY = 'pid ?'

/**
 * Claims a private server for this process on a connection of its own, which also tells when the server goes away.
 * The lock ends with the connection, so a killed process is no obstacle to the next.
 *
 * @throws PlainError where a living process holds it
 */
export async function claimServer(connection: pg.ClientConfig, dataDirectory: string): Promise<pg.Client> {
  const client = new pg.Client({ ...connection, database: 'postgres', application_name: `guidui ${process.pid}` })
  client.on('error', () => undefined)
  await client.connect()
  let holder = ''
  for (const since = Date.now(); ; await sleep(100)) {
    const { rows } = await client.query<{ mine: boolean }>(`select pg_try_advisory_lock(${LOCK}) as mine`)
    if (rows[0]?.mine) return client
    holder = await findHolder(client)
    if (Date.now() - since > (isGone(holder) ? PATIENCE.gone : PATIENCE.living)) break
  }
  await client.end()
  throw new PlainError({
    zh: `数据目录 ${dataDirectory} 正由另一个 Guidui 进程使用（${holder}）。请先停止它，或用另一个数据目录启动。`,
    en: `The data directory ${dataDirectory} is in use by another Guidui process (${holder}). Stop that one first, or start with another data directory.`,
  })
}

/** Whether no process of this machine has the holder's number, or nobody holds it any more: it was let go after it was asked for. */
function isGone(holder: string): boolean {
  if (holder === NOBODY) return true
  try {
    return !process.kill(Number(holder.slice('pid '.length)), 0)
  } catch (fault) {
    return fault instanceof Error && 'code' in fault && fault.code === 'ESRCH'
  }
}

async function findHolder(client: pg.Client): Promise<string> {
  const { rows } = await client.query<{ holder: string }>(
    `select a.application_name as holder from pg_locks l join pg_stat_activity a using (pid)
      where l.locktype = 'advisory' and l.granted and (l.classid::bigint << 32) + l.objid::bigint = ${LOCK}`,
  )
  return rows[0]?.holder.replace('guidui', 'pid') ?? NOBODY
}
