import { createHash } from 'node:crypto'
import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { PlainError } from '../../kernel/plain-error.ts'

/** One step of the schema, as it lies in the repository. */
export interface Migration {
  /** `0001_app_create_scope` */
  readonly name: string
  readonly text: string
  readonly sha256: string
  /** First line `-- no transaction`: its statements run one by one, and a rerun after a kill starts at the first again. */
  readonly isTransactional: boolean
}

/** A row of the ledger. */
export interface AppliedMigration {
  readonly name: string
  readonly sha256: string
}

/** The steps of a directory in the order of their numbers. Line ends count as LF, so a checkout on Windows hashes alike. */
export async function readMigrations(directory: string): Promise<Migration[]> {
  const files = (await readdir(directory)).filter((file) => file.endsWith('.sql')).toSorted()
  const misnamed = files.find((file) => !/^\d{4}_[a-z]+(_[a-z0-9]+)+\.sql$/.test(file))
  if (misnamed) throw new Error(`${join(directory, misnamed)} is not named NNNN_module_verb_noun.sql`)
  const twice = files.find((file, i) => files[i + 1]?.slice(0, 4) === file.slice(0, 4))
  if (twice) throw new Error(`two migrations in ${directory} have the number ${twice.slice(0, 4)}`)
  return Promise.all(
    files.map(async (file) => {
      const text = (await readFile(join(directory, file), 'utf8')).replaceAll('\r\n', '\n')
      const sha256 = createHash('sha256').update(text).digest('hex')
      return { name: file.slice(0, -4), text, sha256, isTransactional: !text.startsWith('-- no transaction\n') }
    }),
  )
}

/**
 * The steps still to be taken. A lower number may come after a higher one: two branches meet.
 *
 * @throws PlainError where the database was migrated by other code than this
 */
export function pendingMigrations(files: readonly Migration[], applied: readonly AppliedMigration[]): Migration[] {
  const hashes = new Map(files.map(({ name, sha256 }) => [name, sha256]))
  const unknown = applied.filter(({ name }) => !hashes.has(name)).map(({ name }) => name)
  if (unknown.length > 0) {
    throw new PlainError({
      zh: `数据库已有本程序不认识的迁移：${unknown.join('、')}。它由更新的 Guidui 升级过；请运行那个版本，或恢复升级前的备份。`,
      en: `The database has migrations that this program does not know: ${unknown.join(', ')}. A newer Guidui has upgraded it; run that version, or restore a backup from before.`,
    })
  }
  const changed = applied.filter(({ name, sha256 }) => hashes.get(name) !== sha256).map(({ name }) => name)
  if (changed.length > 0) {
    throw new PlainError({
      zh: `已执行的迁移文件被改动：${changed.join('、')}。请恢复 migrations 目录中的原文件，改动应写成新的迁移。`,
      en: `Migration files were changed after they had been applied: ${changed.join(', ')}. Restore the original files in migrations; a change belongs in a new migration.`,
    })
  }
  const done = new Set(applied.map(({ name }) => name))
  return files.filter(({ name }) => !done.has(name))
}
