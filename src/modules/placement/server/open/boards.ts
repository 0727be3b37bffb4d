import type { Tx } from '../../../../platform/database/tx.ts'
import { boardOf } from './board.ts'

/** How often followed rounds are looked at. One look serves every screen of the process. */
const EVERY_MS = 100

type Listener = (board: string) => void
type InPublic = <T>(run: (tx: Tx) => Promise<T>) => Promise<T>

interface Kept {
  readonly version: string
  readonly text: string
}

/** A board as it goes out. */
export interface SentBoard {
  readonly version: string
  readonly text: string
}

/** What a board depends on: while it is the same, so is the board. */
async function versionsOf(tx: Tx, ids: readonly string[]): Promise<Map<string, string>> {
  const { rows } = await tx.query<{ id: string; version: string }>(
    `select id, concat(state, ' ', seq, ' ', present_name, ' ', drawn_value) as version from placement.rounds where id = any($1::uuid[]) and commitment is not null`,
    [ids],
  )
  return new Map(rows.map(({ id, version }) => [id, version]))
}

/**
 * Boards as text, made once for all who look: two hundred screens cost one reading of the round. The clock of the server
 * is put in as each is handed out.
 */
export function openBoards(inPublic: InPublic) {
  const kept = new Map<string, Kept>()
  /** Who follows which round, and which version each was told last. */
  const followers = new Map<string, Map<Listener, string>>()
  let timer: NodeJS.Timeout | undefined

  const stamped = ({ version, text }: Kept): SentBoard => ({ version, text: `{"now":${Date.now()},${text.slice(1)}` })

  async function renew(tx: Tx, id: string, version: string): Promise<Kept | undefined> {
    const before = kept.get(id)
    if (before?.version === version) return before
    const board = await boardOf(tx, id)
    if (!board) return undefined
    const made = { version, text: JSON.stringify(board) }
    kept.set(id, made)
    return made
  }

  async function read(id: string): Promise<SentBoard | undefined> {
    return await inPublic(async (tx) => {
      const version = (await versionsOf(tx, [id])).get(id)
      const board = version === undefined ? undefined : await renew(tx, id, version)
      return board && stamped(board)
    })
  }

  async function look(): Promise<void> {
    const versions = await inPublic((tx) => versionsOf(tx, [...followers.keys()]))
    for (const [id, version] of versions) {
      const late = [...(followers.get(id) ?? [])].filter(([, told]) => told !== version).map(([tell]) => tell)
      const board = late.length === 0 ? undefined : await inPublic((tx) => renew(tx, id, version))
      if (board) tellAll(id, late, stamped(board))
    }
  }

  function tellAll(id: string, late: readonly Listener[], { version, text }: SentBoard): void {
    for (const tell of late) {
      if (!followers.get(id)?.has(tell)) continue
      followers.get(id)?.set(tell, version)
      tell(text)
    }
  }

  function start(): void {
    timer ??= setTimeout(() => {
      timer = undefined
      // A database that is away for a moment is asked again; the screens keep what they show.
      void look()
        .catch(() => undefined)
        .then(() => followers.size > 0 && start())
    }, EVERY_MS)
    timer.unref()
  }

  /** Tells every board after `told`, until it is let go. */
  function follow(id: string, { told, tell }: { told: string; tell: Listener }): () => void {
    const listeners = followers.get(id) ?? new Map<Listener, string>()
    followers.set(id, listeners.set(tell, told))
    start()
    return () => {
      listeners.delete(tell)
      if (listeners.size === 0) followers.delete(id)
    }
  }

  return { read, follow, stop: () => clearTimeout(timer) }
}
