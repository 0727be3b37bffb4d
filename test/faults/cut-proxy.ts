import { once } from 'node:events'
import type { AddressInfo } from 'node:net'
import { connect, createServer, type Server, type Socket } from 'node:net'
import type { Chance } from './chance.ts'
import { readClientMessages } from './client-messages.ts'

export interface CutProxy {
  readonly port: number
  /** How many connections have been cut between a COMMIT and its answer. */
  readonly cuts: () => number
  /** Of them: the database had already answered, and nobody heard it. */
  readonly answered: () => number
  /** From now on so many are cut, about every fifth commit of an action. */
  readonly arm: (howMany: number) => void
  readonly close: () => Promise<void>
}

/**
 * Stands between the program and its PostgreSQL and understands just enough to know the decisive moment: the COMMIT of an
 * action has been forwarded, and its answer has not been given. There it cuts the connection, half the time before and
 * half the time after the database has answered.
 */
export async function openCutProxy(socketPath: string, chance: Chance): Promise<CutProxy> {
  const state = { left: 0, cuts: 0, answered: 0 }
  const sockets = new Set<Socket>()
  const server: Server = createServer((client) => {
    const database = connect(socketPath)
    for (const socket of [client, database]) {
      sockets.add(socket)
      socket.on('error', () => undefined)
      socket.on('close', () => sockets.delete(socket))
    }
    join(client, database, { state, chance })
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  return {
    port: (server.address() as AddressInfo).port,
    cuts: () => state.cuts,
    answered: () => state.answered,
    arm: (howMany) => {
      state.left = howMany
    },
    close: async () => {
      for (const socket of sockets) socket.destroy()
      server.close()
      await once(server, 'close')
    },
  }
}

interface Knife {
  readonly state: { left: number; cuts: number; answered: number }
  readonly chance: Chance
}

function join(client: Socket, database: Socket, { state, chance }: Knife): void {
  const read = readClientMessages()
  let isAction = false
  let isCut = false
  const cut = (): void => {
    state.cuts += 1
    client.destroy()
  }
  client.on('data', (part) => {
    for (const { kind, words } of read(part)) {
      if (/append_leaf/.test(words)) isAction = true
      if ((kind !== 'Q' && kind !== 'B') || !/^(commit|rollback)\b/i.test(words)) continue
      isCut ||= isAction && /^commit/i.test(words) && state.left > 0 && chance() < 0.2
      isAction = false
    }
    if (!isCut) {
      database.write(part)
      return
    }
    // The COMMIT itself goes through: what is cut off is its answer.
    state.left -= 1
    const isHeard = chance() < 0.5
    database.removeAllListeners('data')
    // The statements before it are answered first; what counts is the answer to the COMMIT.
    database.on('data', (answer) => {
      if (!answer.includes('COMMIT\0')) return
      if (isHeard) {
        state.answered += 1
        cut()
      }
      database.destroy()
    })
    database.write(part, () => {
      if (!isHeard) cut()
    })
  })
  database.on('data', (part) => client.write(part))
  client.on('close', () => {
    // A database that still has a COMMIT before it reads it; then it finds that nobody is there.
    if (!isCut) database.destroy()
  })
  database.on('close', () => client.destroy())
}
