import { type ChildProcessByStdio, spawn } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import type { Readable } from 'node:stream'

/** A script of this folder in a process of its own, to be killed. */
export interface RunningScript {
  /** Comes back when the script has printed a line that holds `words`; throws where it ends before. */
  readonly hasSaid: (words: string) => Promise<void>
  /** As a power cut would: nothing of it runs on. Returns when it is gone. */
  readonly kill: () => Promise<void>
  readonly hasEnded: () => Promise<void>
}

/** Starts `test/database/<name>`. */
export function runScript(name: string, args: readonly string[]): RunningScript {
  const script = join(import.meta.dirname, name)
  const child: ChildProcessByStdio<null, Readable, null> = spawn(process.execPath, ['--import', 'tsx', script, ...args], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const ended = once(child, 'exit').then(() => undefined)
  const lines: string[] = []
  const reader = createInterface({ input: child.stdout })
  reader.on('line', (line) => lines.push(line))
  const hasSaid = async (words: string): Promise<void> => {
    while (!lines.some((line) => line.includes(words))) {
      const more = await Promise.race([once(reader, 'line').then(() => true), ended.then(() => false)])
      if (!more && !lines.some((line) => line.includes(words))) throw new Error(`${name} ended and had said: ${lines.join(' | ')}`)
    }
  }
  const kill = async (): Promise<void> => {
    child.kill('SIGKILL')
    await ended
  }
  return { hasSaid, kill, hasEnded: () => ended }
}
