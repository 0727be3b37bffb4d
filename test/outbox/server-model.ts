import { canonical } from '../../src/ui/outbox/canonical.ts'

export interface Effect {
  readonly accountId: string
  readonly id: string
  readonly body: string
}

export interface Said {
  readonly status: number
  readonly body: unknown
}

export interface Picture {
  readonly id: string
  readonly hash: string
  readonly bytes: Uint8Array<ArrayBuffer>
  /** Cut short on its way where it is not. */
  readonly isWhole: boolean
}

/** What the real server promises: (account, id) is unique; same body, same answer; other body, 422; pictures first. */
export interface ServerModel {
  /** What an item says: taken, refused for good, or such that this server falls over it. `mark` is one message's own. */
  body(said: { subject: number; mark: number; how: 'fine' | 'poison' | 'faulty'; photoIds: readonly string[] }): Record<string, unknown>
  readonly effects: Effect[]
  /** An action that came without its pictures: must never be. */
  readonly early: string[]
  act(accountId: string, message: { id: string; action: string; body: Record<string, unknown> }): Said | Promise<Said>
  photo(accountId: string, message: Picture): Said | Promise<Said>
  /** Looks what there is, once nothing is under way any more. */
  settle(): Promise<void>
  has(accountId: string, id: string): boolean
}

export function serverModel(): ServerModel {
  const receipts = new Map<string, { body: string; said: Said; isDone: boolean }>()
  const photos = new Map<string, string>()
  const effects: Effect[] = []
  const early: string[] = []
  return {
    effects,
    early,
    settle: async () => undefined,
    body: ({ subject, mark, how, photoIds }) => ({ subject, note: mark, isPoison: how === 'poison', isFaulty: how === 'faulty', photoIds }),
    has: (accountId, id) => receipts.get(`${accountId} ${id}`)?.isDone === true,
    act(accountId, { id, action, body }) {
      const key = `${accountId} ${id}`
      const text = canonical([action, body])
      const earlier = receipts.get(key)
      if (earlier) return earlier.body === text ? earlier.said : { status: 422, body: { problem: { code: 'id-reused' } } }
      if (body['isFaulty'] === true) return { status: 500, body: { problem: { code: 'fault', incident: 'x' } } }
      const missing = photoIds(body).filter((photo) => !photos.has(`${accountId} ${photo}`))
      if (missing.length > 0) early.push(id)
      const isDone = body['isPoison'] !== true && missing.length === 0
      const said = isDone ? { status: 200, body: { value: { id } } } : { status: 409, body: { refusal: { code: 'in-the-future' } } }
      receipts.set(key, { body: text, said, isDone })
      if (isDone) effects.push({ accountId, id, body: text })
      return said
    },
    photo(accountId, { id, hash, isWhole }) {
      const key = `${accountId} ${id}`
      if (!isWhole) return { status: 400, body: { problem: { code: 'bad-request' } } }
      if ((photos.get(key) ?? hash) !== hash) return { status: 422, body: { problem: { code: 'id-reused' } } }
      photos.set(key, hash)
      return { status: 200, body: { value: { id } } }
    },
  }
}

const photoIds = (body: Record<string, unknown>): string[] => (Array.isArray(body['photoIds']) ? body['photoIds'].map(String) : [])
