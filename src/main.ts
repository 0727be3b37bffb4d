import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { PlainError } from './kernel/plain-error.ts'
import { type Guidui, openGuidui } from './open-guidui.ts'
import { readConfig } from './platform/config/config.ts'

const PAGES = '--pages-built='

const log = (line: string): void => {
  process.stdout.write(`${line}\n`)
}

/** Says what could not be done: a sentence where we know the cause, the whole stack where we do not. */
function giveUp(fault: unknown): never {
  const known = fault instanceof PlainError || !(fault instanceof Error)
  process.stderr.write(`\n${known ? String(fault) : (fault.stack ?? fault.message)}\n`)
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

async function main(): Promise<void> {
  const closes = leaveOnSignals()
  const config = readConfig()
  const guidui = await openGuidui({ config, log, webDirectory: join(import.meta.dirname, '..', 'web'), pagesBuilt })
  closes(guidui)
  const address = await guidui.listen()
  log(`\n归队 Guidui 已就绪，请打开 / ready, open:  ${address}\n`)
}

process.on('unhandledRejection', giveUp)
main().catch(giveUp)
