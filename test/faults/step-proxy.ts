import { once } from 'node:events'
import { type AddressInfo, connect, createServer, type Socket } from 'node:net'
import { readClientMessages } from './client-messages.ts'

/** Where somebody strikes: at which statement of the transaction, and whether the database still hears it. */
export interface Strike {
  readonly step: number
  readonly isHeard: boolean
  readonly strike: () => void
  /** What this strike waits for, where it is something else than what the proxy watches. */
  readonly watched?: RegExp
}

export interface StepProxy {
  readonly port: number
  /** The next transaction that asks for what is watched is struck at a statement of it. */
  readonly arm: (strike: Strike) => void
  /** How many statements the last one had that was watched, its COMMIT being the last. */
  readonly steps: () => number
  readonly close: () => Promise<void>
}

/**
 * Stands between the program and its PostgreSQL and counts the statements of one transaction, from the one that `watched`
 * fits: so that the program can be killed at each of them in turn.
 */
export async function openStepProxy(target: string | { host: string; port: number }, watched: RegExp): Promise<StepProxy> {
  const state: { armed: Strike | undefined; steps: number } = { armed: undefined, steps: 0 }
  const sockets = new Set<Socket>()
  const server = createServer((client) => {
    const database = typeof target === 'string' ? connect(target) : connect(target.port, target.host)
    for (const socket of [client, database]) {
      sockets.add(socket)
      socket.on('error', () => undefined)
      socket.on('close', () => sockets.delete(socket))
    }
    const isDue = countSteps(watched, state)
    client.on('data', (part) => {
      const due = isDue(part)
      if (!due || due.isHeard) database.write(part)
      due?.strike()
    })
    database.on('data', (part) => client.write(part))
    client.on('close', () => database.end())
    database.on('close', () => client.destroy())
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  return {
    port: (server.address() as AddressInfo).port,
    arm: (strike) => {
      state.armed = strike
    },
    steps: () => state.steps,
    close: async () => {
      for (const socket of sockets) socket.destroy()
      server.close()
      await once(server, 'close')
    },
  }
}

/** Follows one connection; gives the strike when its statement has come. */
function countSteps(watched: RegExp, state: { armed: Strike | undefined; steps: number }): (part: Buffer) => Strike | undefined {
  const read = readClientMessages()
  let steps = 0
  const isDue = (words: string): boolean => {
    if (steps === 0 && !(state.armed && (state.armed.watched ?? watched).test(words))) return false
    steps += 1
    const isStruck = steps === state.armed?.step
    if (/^(commit|rollback)\b/i.test(words)) [state.steps, steps] = [steps, 0]
    return isStruck
  }
  return (part) => {
    const asked = read(part).filter(({ kind }) => kind === 'Q' || kind === 'B')
    if (!asked.map(({ words }) => isDue(words)).includes(true)) return undefined
    const due = state.armed
    state.armed = undefined
    return due
  }
}
