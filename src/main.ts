import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { PlainError } from './kernel/plain-error.ts'
import { openFloor } from './open-floor.ts'
import type { Guidui } from './open-guidui.ts'
import { type Config, readConfig } from './platform/config/config.ts'
import { sourceStack } from './platform/faults/source-stack.ts'

const PAGES = '--pages-built='

const log = (line: string): void => {
  process.stdout.write(`${line}\n`)
}

/** Says what could not be done: a sentence where we know the cause, the whole stack where we do not. */
function giveUp(fault: unknown): never {
  const known = fault instanceof PlainError || !(fault instanceof Error)
  process.stderr.write(`\n${known ? String(fault) : sourceStack(fault.stack ?? fault.message)}\n`)
  process.exit(1)
}

/** Ctrl-C at any moment leaves nothing running: before everything stands, leaving is enough; the next start goes on. */
function leaveOnSignals(): (guidui: Guidui) => void {
  let open: Guidui | undefined
  let leaving = false
  const leave = () => {
    if (leaving) return
    leaving = true
    log('正在停下 / stopping …')
    if (!open) process.exit(130)
    open.close().then(() => process.exit(0), giveUp)
  }
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, leave)
  return (guidui) => {
    open = guidui
  }
}

/** `npm start` builds the pages while the database is made and filled, and names the file that says they are there. */
async function pagesBuilt(): Promise<void> {
  const named = process.argv.find((word) => word.startsWith(PAGES))
  const stamp = named?.slice(PAGES.length)
  while (stamp && !existsSync(stamp)) await sleep(50)
}

/** Without a private server to start, or with one to make first, nobody is told that it runs. */
const SPAWN_PATIENCE_MS = 200

/**
 * A private database takes a second to answer: the rest of the program is loaded meanwhile. Not before its process runs,
 * for while modules are loaded nothing else gets its turn here.
 */
async function openFloorAndProgram(config: Config) {
  const spawned = new AbortController()
  const loading = sleep(SPAWN_PATIENCE_MS, undefined, { signal: spawned.signal })
    .catch(() => undefined)
    .then(() => import('./open-guidui.ts'))
  const [floor, program] = await Promise.allSettled([openFloor(config, log, () => spawned.abort()), loading])
  if (floor.status === 'rejected') throw floor.reason
  if (program.status === 'fulfilled') return { floor: floor.value, openGuidui: program.value.openGuidui }
  await floor.value.database.close()
  throw program.reason
}

async function main(): Promise<void> {
  const closes = leaveOnSignals()
  const config = readConfig()
  const { floor, openGuidui } = await openFloorAndProgram(config)
  const guidui = await openGuidui({ config, floor, log, webDirectory: join(import.meta.dirname, '..', 'web'), pagesBuilt })
  closes(guidui)
  const address = await guidui.listen()
  log(`\n归队 Guidui 已就绪，请打开 / ready, open:  ${address}\n`)
}

process.on('unhandledRejection', giveUp)
process.on('uncaughtException', giveUp)
main().catch(giveUp)
