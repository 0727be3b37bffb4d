import { existsSync } from 'node:fs'
import { delimiter, resolve } from 'node:path'
import { run, say } from './terminal.mjs'

const NAMES = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'microsoft-edge']
const SHELL = 'chromium-headless-shell'
const PLACES = ['/Applications/Google Chrome.app/Contents/MacOS/Google Chrome', '/Applications/Chromium.app/Contents/MacOS/Chromium']

const findProgram = (name) =>
  (process.env.PATH ?? '')
    .split(delimiter)
    .map((folder) => resolve(folder, name))
    .find((path) => existsSync(path))

/** The browser for the journeys: the one named in GUIDUI_CHROMIUM, or the first that is installed. */
export const findBrowser = () =>
  [process.env.GUIDUI_CHROMIUM, ...NAMES.map(findProgram), ...PLACES].find((path) => path && existsSync(path))

/**
 * The browser without a window, where it is installed: it shows the same pages in three quarters of the time, but keeps no
 * profile. Undefined where a browser is named, which is then the one for everything.
 */
export const findShell = () => (process.env.GUIDUI_CHROMIUM ? undefined : findProgram(SHELL))

/** Whether Chinese can be drawn at all. macOS and Windows bring their own fonts. */
async function hasChineseFont() {
  if (process.platform !== 'linux') return true
  const { code, output } = await run('fc-list', [':lang=zh'], { quiet: true })
  return code === 0 && output.trim() !== ''
}

const listMissing = async () => [...(findBrowser() ? [] : ['chromium']), ...((await hasChineseFont()) ? [] : ['fonts-noto-cjk'])]

const mayInstall = () => process.platform === 'linux' && process.getuid?.() === 0 && findProgram('apt-get') !== undefined

/**
 * Makes sure of a browser and a Chinese font, through apt where that is allowed. Resolves to the names of what is still
 * missing: none means that the journeys can be walked.
 */
export async function prepareBrowser() {
  const missing = await listMissing()
  if (missing.length === 0 || !mayInstall()) return missing
  say(`安装 ${missing.join('、')}`, `installing ${missing.join(', ')} with apt`)
  const quiet = { quiet: true, env: { DEBIAN_FRONTEND: 'noninteractive' } }
  const install = (...names) => run('apt-get', ['install', '-y', '-qq', '--no-install-recommends', ...names], quiet)
  await run('apt-get', ['update', '-qq'], quiet)
  const { code, output } = await install('fontconfig', ...missing)
  if (code !== 0) console.error(output.trim().split('\n').slice(-5).join('\n'))
  // Not every system has it, and all goes without it.
  if (missing.includes('chromium')) await install(SHELL)
  return listMissing()
}
