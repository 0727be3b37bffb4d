import { adminCreate } from './admin-create.ts'
import { backup } from './backup-command.ts'
import { PlainError } from './kernel/plain-error.ts'
import { rebuild } from './modules/indicators/index.ts'
import { openFloor } from './open-floor.ts'
import { readConfig } from './platform/config/config.ts'
import { distribute } from './platform/database/distribute.ts'
import { sourceStack } from './platform/faults/source-stack.ts'
import { verifyJournal } from './platform/journal/verify-journal.ts'
import { restore } from './restore-command.ts'
import { verifyRecordFile } from './verify-record.ts'

const USAGE = `用法 / usage:
  guidui start              启动 / start the server
  guidui journal verify     核对留痕链，指出第一处断裂 / walk the hash chains, name the first broken leaf
  guidui admin create       开通系统、安全、审计管理员 / open an administrator's account
  guidui verify 记录.json   重算一场公开选岗 / recompute a published round: [--commitment --draw --seal HEX] [--receipt FILE]
  guidui backup 目录        备份，封存并读回核对 / a sealed backup, read back: [--keep COUNT]
  guidui restore 备份文件   恢复到空目录，或演练 / restore into an empty place, or a drill: [--drill]
  guidui keys               主密钥有哪些，各加密了多少 / the master keys, and what stands under each
  guidui keys add           加一个新密钥，重启后启用 / a new key, in use from the next start
  guidui keys rotate        用最新密钥重新加密，不必停机 / seal everything anew, beside a server at work
  guidui keys reindex       用最新密钥重建查重索引，须停机 / make the indexes anew, with the program stopped
  guidui keys retire 版本   让不再需要的旧密钥退役 / take a key away that nothing needs
  guidui db distribute      把各表分布到 Citus 的工作节点 / put the tables on the workers of Citus
  guidui indicators rebuild 重建统计数字（用别的工具恢复数据库后） / fold every fact anew, after a restore by other means
`

const WHY = {
  gap: '这一条不见了 / the leaf is missing',
  hash: '内容与哈希不符 / the content does not match its hash',
  columns: '索引列与原文不符 / the columns do not say what the text says',
  head: '链头与最后一条不符 / the head does not match the last leaf',
} as const

const say = (line: string): void => {
  process.stdout.write(`${line}\n`)
}

/** Prints one line a chain. @returns whether all are whole. */
async function journalVerify(): Promise<boolean> {
  const { database } = await openFloor(readConfig(), () => undefined)
  try {
    const verdicts = await verifyJournal(database.ownerPool)
    for (const { bureauCode, leaves, head, broken } of verdicts) {
      say(broken ? `${bureauCode}  ✗ 第 ${broken.seq} 条：${WHY[broken.why]}` : `${bureauCode}  ✓ ${leaves} 条 / leaves  ${head}`)
    }
    const broken = verdicts.filter((verdict) => verdict.broken).length
    say(`${verdicts.length} 条链，${broken} 条断裂 / ${verdicts.length} chains, ${broken} broken`)
    return broken === 0
  } finally {
    await database.close()
  }
}

/** Puts the tables on the workers of a distributed database. */
async function dbDistribute(): Promise<void> {
  const { database } = await openFloor(readConfig(), () => undefined)
  try {
    const calls = await distribute(database.ownerPool)
    for (const { table, does } of calls) say(`${does.padEnd(10)} ${table}`)
    say(`已分布 ${calls.length} 张表 / ${calls.length} tables distributed`)
  } finally {
    await database.close()
  }
}

/** Folds every fact anew, with the owner's rights, which a restored database needs. */
async function indicatorsRebuild(): Promise<void> {
  const { database } = await openFloor(readConfig(), () => undefined)
  try {
    const { facts, seconds } = await rebuild(database.ownerPool)
    say(`${facts} 条事实，${seconds.toFixed(1)} 秒 / ${facts} facts in ${seconds.toFixed(1)} s`)
  } finally {
    await database.close()
  }
}

/** It reads the whole program, which no other command needs. */
const keys = async <T>(work: (commands: typeof import('./keys-command.ts')) => Promise<T>): Promise<T> =>
  await work(await import('./keys-command.ts'))

type Command = (args: readonly string[]) => Promise<number>

/** What a command ends with: 0, 1 where something is broken, −1 where the program goes on. */
const COMMANDS: Readonly<Record<string, Command>> = {
  'journal verify': async () => ((await journalVerify()) ? 0 : 1),
  'indicators rebuild': () => indicatorsRebuild().then(() => 0),
  'admin create': (args) => adminCreate(args, say).then(() => 0),
  'db distribute': () => dbDistribute().then(() => 0),
  verify: async (args) => ((await verifyRecordFile(args, say)) ? 0 : 1),
  keys: () => keys(({ keysList }) => keysList(say)).then(() => 0),
  'keys add': () => keys(({ keysAdd }) => keysAdd(say)).then(() => 0),
  'keys rotate': async () => ((await keys(({ keysRotate }) => keysRotate(say))) ? 0 : 1),
  'keys reindex': () => keys(({ keysReindex }) => keysReindex(say)).then(() => 0),
  'keys retire': (args) => keys(({ keysRetire }) => keysRetire(args, say)).then(() => 0),
  backup: (args) => backup(args, say).then(() => 0),
  restore: (args) => restore(args, say).then(() => 0),
  start: () => import('./main.ts').then(() => -1),
}

async function main(words: readonly string[]): Promise<number> {
  for (const length of [2, 1]) {
    const command = words.length >= length ? COMMANDS[words.slice(0, length).join(' ')] : undefined
    if (command === undefined) continue
    // A private server that was started for this is told to stop as the process leaves; the program itself leaves in its own order.
    if (words[0] !== 'start') for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.once(signal, () => process.exit(130))
    return await command(words.slice(length))
  }
  say(USAGE)
  return words.length === 0 ? 0 : 2
}

main(process.argv.slice(2)).then(
  (code) => {
    if (code >= 0) process.exit(code)
  },
  (fault: unknown) => {
    process.stderr.write(
      `${fault instanceof PlainError || !(fault instanceof Error) ? String(fault) : sourceStack(fault.stack ?? fault.message)}\n`,
    )
    process.exit(1)
  },
)
