import { existsSync, lstatSync, readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { giveUp, root, run, say, secondsSince } from './terminal.mjs'

const readJson = (path) => JSON.parse(readFileSync(resolve(root, path), 'utf8'))

/** `20.19.4` against `>=20.19`: both as numbers, field by field. */
function isAtLeast(version, wanted) {
  const [have, need] = [version, wanted.replace(/[^\d.]/g, '')].map((text) => text.split('.').map(Number))
  const field = need.findIndex((number, index) => (have[index] || 0) !== number)
  return field < 0 || (have[field] || 0) > need[field]
}

function checkNode() {
  const wanted = readJson('package.json').engines.node
  if (isAtLeast(process.versions.node, wanted)) return
  giveUp(
    `需要 Node.js ${wanted}，这里是 ${process.versions.node}。请安装新版 Node.js 后再试。`,
    `Guidui needs Node.js ${wanted}; this is ${process.versions.node}. Install a newer Node.js and try again.`,
  )
}

/**
 * Whether node_modules holds what package-lock.json names. npm writes its own list of what it installed, at the very end,
 * so an installation that was cut off counts as missing. Packages for other systems are optional and may be absent.
 */
function isInstalled() {
  const list = 'node_modules/.package-lock.json'
  if (!existsSync(resolve(root, list))) return false
  const [wanted, present] = [readJson('package-lock.json').packages, readJson(list).packages]
  return Object.entries(wanted).every(([path, { version, optional, devOptional }]) => {
    if (path === '') return true
    const found = present[path]
    return found ? found.version === version : optional === true || devOptional === true
  })
}

const isBorrowed = () => lstatSync(resolve(root, 'node_modules'), { throwIfNoEntry: false })?.isSymbolicLink() === true

/**
 * Makes sure of Node and of the packages. Install scripts stay off: nothing we use needs one, and a package that is
 * taken over by a stranger then runs nothing on this machine.
 */
export async function install() {
  checkNode()
  if (isBorrowed() || isInstalled()) return
  const begun = performance.now()
  say('安装依赖（首次约一分钟）', 'installing packages (about a minute, once)')
  const npm = process.platform === 'win32' ? 'npm.cmd' : 'npm'
  const { code, output } = await run(npm, ['ci', '--ignore-scripts', '--include=dev', '--include=optional', '--no-audit', '--no-fund'], {
    quiet: true,
    env: { NODE_ENV: '' },
  })
  if (code !== 0) {
    console.error(output.trim())
    giveUp(
      '依赖没有装好：请检查网络或 npm 的镜像设置，再运行一次。',
      'The packages could not be installed: check the network or the npm registry setting, and run this again.',
    )
  }
  say(`依赖已就绪 ${secondsSince(begun)}`, 'packages ready')
}
