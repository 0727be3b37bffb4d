import { existsSync } from 'node:fs'
import { resolve } from 'node:path'
import { buildPages, buildServer, PAGES_STAMP } from './build.mjs'
import { install } from './install.mjs'
import memory from './memory.json' with { type: 'json' }
import { becomeParentOf, giveUp, root, say } from './terminal.mjs'

const MAIN = 'src/main.ts'
const BUILT_MAIN = 'dist/program/main.js'

/**
 * What the server runs with to hold as little memory as it can: what was thrown away is collected when the heap has grown
 * by a third instead of by as much again, and the allocator keeps two pools instead of one a thread. P7 is measured so.
 */
const { flags, environment } = memory

/**
 * The program as it runs anywhere: built first, and as quick to start again as the check that nothing changed. The first
 * time the database is made and filled while the pages are still being built; the program listens when it has both.
 */
async function startBuilt(args) {
  if (!(await buildServer())) return 1
  if (!existsSync(resolve(root, BUILT_MAIN))) giveUp(`找不到 ${BUILT_MAIN}。`, `There is no ${BUILT_MAIN}: was ${MAIN} removed?`)
  say('启动', 'starting')
  const waiting = existsSync(resolve(root, 'vite.config.ts')) ? [`--pages-built=${PAGES_STAMP}`] : []
  Object.assign(process.env, environment)
  const running = becomeParentOf([...flags, BUILT_MAIN, ...waiting, ...args])
  let arePagesMissing = false
  // Once the program has been started, which asks for them much later than it takes to find whether they are old.
  void buildPages().then((areBuilt) => {
    arePagesMissing = !areBuilt
    // The program is waiting for them: it is told to leave as Ctrl-C tells it.
    if (arePagesMissing) process.emit('SIGTERM', 'SIGTERM')
  })
  const code = await running
  return arePagesMissing ? 1 : code
}

/** The server again at each saved file, and Vite in front of it, which sends /api on to it. */
async function startWatching(args) {
  say('开发模式：保存即重启', 'development: a saved file restarts the server')
  const server = ['node_modules/tsx/dist/cli.mjs', 'watch', '--clear-screen=false', MAIN, ...args]
  const web = ['node_modules/vite/bin/vite.js']
  return existsSync(resolve(root, 'vite.config.ts')) ? becomeParentOf(server, web) : becomeParentOf(server)
}

const args = process.argv.slice(2)
await install()
process.exitCode = args.includes('--dev') ? await startWatching(args.filter((arg) => arg !== '--dev')) : await startBuilt(args)
