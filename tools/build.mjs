import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { pathToFileURL } from 'node:url'
import { compressFolder } from './compress.mjs'
import { install } from './install.mjs'
import { root, runScript, say, secondsSince } from './terminal.mjs'

/** Never compiled: the private database and uploads, and what only a test reads. */
const isApart = (path) => path === 'data/private' || /\.test\.tsx?$/.test(path)

const viteBuild = (...args) =>
  runScript('vite/bin/vite.js', ['build', '--logLevel', 'warn', ...args], { quiet: true, env: { NODE_ENV: 'production' } })

const SERVER = {
  chinese: '编译服务端',
  english: 'server',
  stamp: 'dist/.server-built',
  inputs: [
    'src',
    'demo',
    'data',
    'migrations',
    'package-lock.json',
    'tsconfig.base.json',
    'tsconfig.server.json',
    'tsconfig.build.json',
    'vite.server.config.ts',
  ],
  isApart,
  async build() {
    for (const folder of ['dist/src', 'dist/demo']) rmSync(resolve(root, folder), { recursive: true, force: true })
    const results = await Promise.all([
      // Types are checked by `npm run check` and `npm test`: whoever starts the program waits for its text alone.
      runScript('typescript/bin/tsc', ['-p', 'tsconfig.build.json', '--noCheck', '--pretty', 'false'], { quiet: true }),
      // The same once more as a few files, which are loaded in a third of the time.
      viteBuild('--config', 'vite.server.config.ts'),
    ])
    return results.find(({ code }) => code !== 0) ?? results[0]
  },
}

const WEB = {
  chinese: '打包网页',
  english: 'web',
  stamp: 'dist/.web-built',
  inputs: [
    'src',
    'data',
    'index.html',
    'package-lock.json',
    'tsconfig.base.json',
    'tsconfig.web.json',
    'vite.config.ts',
    'tools/field-worker.mjs',
    'tools/files-ahead.mjs',
    'tools/shell-group.mjs',
  ],
  isApart: (path) => isApart(path) || path === 'src/platform' || /^src\/modules\/[^/]+\/server$/.test(path),
  async build() {
    const built = await viteBuild()
    if (built.code === 0) await compressFolder(resolve(root, 'dist/web/assets'))
    return built
  },
}

const describeFile = (path, { size, mtimeMs }) => `${path} ${size} ${mtimeMs}`

/** Every file below a folder: what kind an entry is comes with its name, so that only files are asked for more. */
function listFolder(path, apart) {
  return readdirSync(`${root}/${path}`, { withFileTypes: true }).flatMap((entry) => {
    const inner = `${path}/${entry.name}`
    if (apart(inner)) return []
    if (entry.isDirectory()) return listFolder(inner, apart)
    return entry.isFile() ? describeFile(inner, statSync(`${root}/${inner}`)) : listFiles(inner, apart)
  })
}

/** Every file below `path` with its size and time: what one that was saved, added, removed or checked out anew changes. */
function listFiles(path, apart) {
  if (apart(path)) return []
  const found = statSync(resolve(root, path), { throwIfNoEntry: false })
  if (found?.isDirectory()) return listFolder(path, apart)
  return found ? [describeFile(path, found)] : []
}

const fingerprint = ({ inputs, isApart: apart }) =>
  createHash('sha256')
    .update(inputs.flatMap((path) => listFiles(path, apart)).join('\n'))
    .digest('hex')

function isFresh(target) {
  const stamp = resolve(root, target.stamp)
  return existsSync(stamp) && readFileSync(stamp, 'utf8') === fingerprint(target)
}

/** Stamped with what stood there when it began, so that a file saved while it ran is seen the next time. */
async function make(target) {
  const { chinese, english, stamp, build } = target
  const [begun, print] = [performance.now(), fingerprint(target)]
  rmSync(resolve(root, stamp), { force: true })
  const { code, output } = await build()
  if (code !== 0) return { english, output: output.trim() }
  mkdirSync(resolve(root, 'dist'), { recursive: true })
  writeFileSync(resolve(root, stamp), print)
  say(`${chinese} ${secondsSince(begun)}`, `${english} built`)
  return undefined
}

/** Builds those that are out of date, side by side. Resolves to whether all are built now; says it in a sentence where not. */
async function bringUpToDate(targets) {
  const failures = (await Promise.all(targets.filter((target) => !isFresh(target)).map(make))).filter((failure) => failure !== undefined)
  for (const { output } of failures) console.error(output)
  for (const { english } of failures)
    console.error(`✗ 编译失败，请先改正上面的错误。  The build of the ${english} failed: mend the errors above first.`)
  return failures.length === 0
}

/** Server and web, into dist/: true when both are up to date. */
export async function build() {
  const hasWeb = existsSync(resolve(root, 'vite.config.ts'))
  if (!hasWeb) say('没有 vite.config.ts：不打包网页', 'no vite.config.ts: the web is not built')
  return bringUpToDate(hasWeb ? [SERVER, WEB] : [SERVER])
}

/** The server alone: all that a command needs. */
export const buildServer = () => bringUpToDate([SERVER])

/** The pages alone, where there are any. */
export const buildPages = () => bringUpToDate(existsSync(resolve(root, 'vite.config.ts')) ? [WEB] : [])

/** The file that is there exactly while the pages are as their sources. */
export const PAGES_STAMP = resolve(root, WEB.stamp)

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  await install()
  process.exitCode = (await build()) ? 0 : 1
}
