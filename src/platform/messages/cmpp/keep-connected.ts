import { setTimeout as sleep } from 'node:timers/promises'
import { MessageNotSent } from '../message-sender.ts'
import { type Connection, type ConnectParts, connect } from './connect.ts'

/** A line that is opened again whenever it breaks. */
export interface Link {
  /** The open line. @throws MessageNotSent where there is none within the patience, with the reason of the last attempt. */
  get(): Promise<Connection>
  close(): Promise<void>
}

type LinkParts = Omit<ConnectParts, 'signal'> & { readonly log: (line: string) => void }

interface LinkState {
  connection: Connection | undefined
  /** Why there is none. */
  fault: MessageNotSent
  /** Called at each change: whoever waits looks again. */
  readonly watchers: Set<() => void>
}

const CLOSED = { zh: '程序正在停下，短信没有发送。', en: 'The program is stopping: the text was not sent.' }

/** Connects at once and for as long as it is not closed; says in the log what changed, and never says the same twice in a row. */
export function keepConnected(parts: LinkParts): Link {
  const { host, port, timing } = parts
  const closing = new AbortController()
  const unreached = { zh: `短信网关 ${host}:${port} 还没有连上。`, en: `The message gateway ${host}:${port} is not connected yet.` }
  const state: LinkState = { connection: undefined, fault: new MessageNotSent('not-sent', unreached), watchers: new Set() }
  const running = run(parts, state, closing.signal)
  return {
    get: () => waitFor(state, timing.patienceMs, closing.signal),
    async close() {
      closing.abort()
      change(state, {})
      await state.connection?.close()
      await running
    },
  }
}

async function run(parts: LinkParts, state: LinkState, closing: AbortSignal): Promise<void> {
  const { timing, host, port } = parts
  const say = sayOnce(parts.log)
  let pause = timing.firstPauseMs
  while (!closing.aborted) {
    try {
      const connection = await connect({ ...parts, signal: closing })
      pause = timing.firstPauseMs
      say(`短信网关已登录 / message gateway signed in: ${host}:${port}`)
      change(state, { connection })
      // Closing found no line to hang up while this one was being opened.
      if (closing.aborted) await connection.close()
      await connection.ended
      change(state, { connection: undefined, fault: brokenLine(host, port) })
    } catch (fault) {
      if (!(fault instanceof MessageNotSent)) throw fault
      change(state, { fault })
    }
    if (closing.aborted) return
    say(state.fault.message)
    await sleep(pause, undefined, { signal: closing }).catch(() => undefined)
    pause = Math.min(pause * 2, timing.longestPauseMs)
  }
}

const brokenLine = (host: string, port: number): MessageNotSent =>
  new MessageNotSent('not-sent', {
    zh: `与短信网关 ${host}:${port} 的连接断了，正在重连。`,
    en: `The line to the message gateway ${host}:${port} broke; connecting again.`,
  })

function sayOnce(log: (line: string) => void): (line: string) => void {
  let last = ''
  return (line) => {
    if (line !== last) log(line)
    last = line
  }
}

function change(state: LinkState, to: Partial<Pick<LinkState, 'connection' | 'fault'>>): void {
  Object.assign(state, to)
  for (const watcher of state.watchers) watcher()
}

/** A gateway that refuses us will refuse us in ten seconds too: nobody waits for that. */
async function waitFor(state: LinkState, patienceMs: number, closing: AbortSignal): Promise<Connection> {
  const until = performance.now() + patienceMs
  for (;;) {
    if (closing.aborted) throw new MessageNotSent('not-sent', CLOSED)
    if (state.connection) return state.connection
    const left = until - performance.now()
    if (left <= 0 || state.fault.fate === 'refused') throw new MessageNotSent('not-sent', state.fault, state.fault)
    await changed(state, left)
  }
}

function changed(state: LinkState, withinMs: number): Promise<void> {
  return new Promise((resolve) => {
    const done = (): void => {
      clearTimeout(timer)
      state.watchers.delete(done)
      resolve()
    }
    const timer = setTimeout(done, withinMs)
    state.watchers.add(done)
  })
}
