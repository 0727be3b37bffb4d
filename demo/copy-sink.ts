import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import type { PoolClient } from 'pg'
import { from } from 'pg-copy-streams'

/** Where finished rows go: whole lines of COPY's text form, for `schema.table (columns)`. */
export interface RowSink {
  /** Resolves once these rows stand; a fault is told by `room` and `end`. */
  readonly take: (target: string, rows: Uint8Array) => Promise<void>
  /** Lets others have a turn, and waits while too much is on its way. Rejects with the first fault. */
  readonly room: () => Promise<void>
  /** Resolves when everything stands; rejects with the first fault. */
  readonly end: () => Promise<void>
}

export interface CopySink extends RowSink {
  /** Sends nothing more, and resolves when the wire is still: what was to come must not follow a rollback. */
  readonly stop: () => Promise<void>
}

/** Bytes that may wait for the database: memory stays the same for a million people. */
export const MOST_WAITING = 24 << 20
const PIECE = 1 << 17

function* pieces(rows: Uint8Array): Generator<Uint8Array> {
  for (let at = 0; at < rows.length; at += PIECE) yield rows.subarray(at, at + PIECE)
}

/** One COPY after the other over one connection, inside the caller's transaction. */
export function openCopySink(client: PoolClient, frozen: readonly string[]): CopySink {
  const state = { waiting: 0, fault: undefined as unknown, last: Promise.resolve() }
  const copy = async (target: string, rows: Uint8Array): Promise<void> => {
    if (state.fault !== undefined) return
    const how = frozen.includes(target.replace(/ .*/s, '')) ? ' with (freeze)' : ''
    await pipeline(Readable.from(pieces(rows)), client.query(from(`copy ${target} from stdin${how}`)))
  }
  return {
    take: (target, rows) => {
      state.waiting += rows.length
      state.last = state.last
        .then(() => copy(target, rows))
        .catch((fault: unknown) => {
          state.fault ??= fault
        })
        .finally(() => {
          state.waiting -= rows.length
        })
      return state.last
    },
    room: async () => {
      await new Promise(setImmediate)
      while (state.waiting > MOST_WAITING) await state.last
      if (state.fault !== undefined) throw state.fault
    },
    end: async () => {
      await state.last
      if (state.fault !== undefined) throw state.fault
    },
    stop: async () => {
      state.fault ??= new Error('the copy was given up')
      await state.last
    },
  }
}
