import { randomBytes } from 'node:crypto'
import { open, readFile, rename, rm } from 'node:fs/promises'
import { dirname } from 'node:path'
import { PlainError } from '../../kernel/plain-error.ts'

const versionOf = (line: string): number => Number(/^\s*(\d{1,5})\s/.exec(line)?.[1] ?? 1)
const isKey = (line: string): boolean => !/^\s*(#|$)/.test(line)

/** Adds a new random key of a version to a key file; what is there stays as it is. */
export async function addKey(path: string, version: number): Promise<void> {
  await edit(path, (lines) => [...lines, `${version} ${randomBytes(32).toString('hex')}`])
}

/** Takes the key of a version out of a key file. */
export async function removeKey(path: string, version: number): Promise<void> {
  await edit(path, (lines) => lines.filter((line) => !(isKey(line) && versionOf(line) === version)))
}

/** Written beside its place and moved there: a key file is never half there. Two at once: the second is refused. */
async function edit(path: string, change: (lines: readonly string[]) => readonly string[]): Promise<void> {
  const draft = `${path}.new`
  const file = await open(draft, 'wx', 0o600).catch((cause: unknown) => {
    throw notWritable(path, draft, cause)
  })
  try {
    const text = await readFile(path, 'utf8')
    await file.writeFile(`${change(text.trimEnd().split(/\r?\n/)).join('\n')}\n`)
    await file.sync()
    await file.close()
    await rename(draft, path)
    const directory = await open(dirname(path), 'r')
    await directory.sync().finally(() => directory.close())
  } finally {
    await file.close().catch(() => undefined)
    await rm(draft, { force: true })
  }
}

const notWritable = (path: string, draft: string, cause: unknown): PlainError =>
  cause instanceof Error && 'code' in cause && cause.code === 'EEXIST'
    ? new PlainError({
        zh: `${draft} 已存在：有人正在改主密钥文件，或上次改到一半断了。确认没有别人在改之后，删掉它再试。`,
        en: `${draft} exists: somebody is changing the key file, or was cut off at it. When nobody is, remove it and try again.`,
      })
    : new PlainError({
        zh: `改不了主密钥文件 ${path}。请让运行本程序的用户能写它和它所在的目录。`,
        en: `The key file ${path} cannot be changed. Let the user who runs this program write it and its directory.`,
      })
