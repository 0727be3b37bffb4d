import { open, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { chanceOf } from './chance.ts'
import { seatClerk } from './clerk.ts'
import { startGuidui, waitForAnswer } from './guidui-process.ts'
import { measureReturn, stopDatabase, verifyAt } from './kill-run.ts'
import { SEATS } from './seats.ts'
import type { Verdict } from './verify-effects.ts'

export interface FillReport extends Verdict {
  /** Milliseconds from the moment there was space again to the answer to an action that was sent after it. */
  readonly times: readonly number[]
  /** What the server said of a full disk. */
  readonly saidFull: readonly string[]
}

const FIRST_START = 180_000
const MEGABYTE = Buffer.alloc(1_048_576, 7)

/** How long nothing fits. */
const FULL_FOR = 4_000

/** Clerks work while the disk under their server is filled to the last byte and emptied again. */
export async function runFills(given: { disk: string; fills: number; seed: number; port: number }): Promise<FillReport> {
  const dataDirectory = join(given.disk, 'guidui')
  const ballast = join(given.disk, 'ballast')
  const address = `http://127.0.0.1:${given.port}`
  const heard: string[] = []
  const guidui = startGuidui({ dataDirectory, port: given.port, heard: (line) => void heard.push(line) })
  try {
    await waitForAnswer(address, FIRST_START, guidui)
    const since = new Date()
    const clerks = await Promise.all(
      SEATS.map((seat, at) => seatClerk({ ...seat, number: at, address, chance: chanceOf(given.seed + at) })),
    )
    const times: number[] = []
    for (let at = 0; at < given.fills; at += 1) {
      await sleep(1_000)
      await fill(ballast)
      await rm(ballast)
      times.push(await measureReturn(clerks))
    }
    await Promise.all(clerks.map((clerk) => clerk.leave()))
    await guidui.stop()
    const verdict = await verifyAt(
      dataDirectory,
      clerks.flatMap((clerk) => clerk.acknowledged),
      since,
    )
    const saidFull = heard.flatMap((words) => words.split('\n')).filter((line) => /disk is full|磁盘已满/.test(line))
    return { ...verdict, times, saidFull }
  } catch (fault) {
    throw new Error(`${String(fault)}\nthe server's last words:\n${heard.slice(-15).join('\n')}`, { cause: fault })
  } finally {
    await guidui.stop()
    await stopDatabase(dataDirectory)
    await rm(dataDirectory, { recursive: true, force: true })
  }
}

/** Takes every byte, and every byte that becomes free, for a while. */
async function fill(ballast: string): Promise<void> {
  const file = await open(ballast, 'w')
  try {
    for (const until = Date.now() + FULL_FOR; Date.now() < until; ) {
      const isWritten = await file.write(MEGABYTE).then(
        () => true,
        () => false,
      )
      if (!isWritten && !(await file.write(MEGABYTE.subarray(0, 4_096)).catch(() => undefined))) await sleep(20)
    }
  } finally {
    await file.close()
  }
}
