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

/** What the real server promises: (account, id) is unique; same body, same answer; other body, 422; pictures first. */
export interface ServerModel {
  readonly effects: Effect[]
  /** An action that came without its pictures: must never be. */
  readonly early: string[]
  act(accountId: string, message: { id: string; action: string; body: Record<string, unknown> }): Said
  photo(accountId: string, message: { id: string; hash: string; isWhole: boolean }): Said
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
