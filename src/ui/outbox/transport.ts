import { reportConnection } from '../api/connection.ts'
import { canonical } from './canonical.ts'
import { type Outcome, readOutcome } from './read-outcome.ts'
import type { Transport } from './replay.ts'

/** Longer than any answer takes; a line that says nothing for so long has gone. */
const PATIENCE_MS = 30_000

/** The real line: through the same doors as every page, under the item's own id and for its own account. */
export const lineToServer = (heard: (serverTime: number) => void): Transport => ({
  act: ({ accountId, id, action, body }) =>
    send(`/api/do/${action}`, heard, {
      body: canonical(body),
      headers: { 'content-type': 'application/json', 'idempotency-key': id, 'x-guidui-account': accountId },
    }),
  photo: ({ accountId, id, hash, bytes }) => {
    const form = new FormData()
    form.append('file', new Blob([bytes], { type: 'image/jpeg' }), 'photo.jpg')
    const headers = { 'x-guidui-upload': '1', 'idempotency-key': id, 'x-guidui-sha256': hash, 'x-guidui-account': accountId }
    return send('/api/photos', heard, { body: form, headers })
  },
})

async function send(
  path: string,
  heard: (serverTime: number) => void,
  message: { body: string | FormData; headers: Record<string, string> },
): Promise<Outcome> {
  try {
    const signal = AbortSignal.timeout(PATIENCE_MS)
    const answer = await fetch(path, { method: 'POST', ...message, credentials: 'same-origin', cache: 'no-store', signal })
    const body: unknown = await answer.json().catch(() => undefined)
    const at = Date.parse(answer.headers.get('date') ?? '')
    if (!Number.isNaN(at)) heard(at)
    reportConnection({ lost: false })
    return readOutcome(answer.status, body, answer.headers.get('retry-after'))
  } catch {
    reportConnection({ lost: true })
    return { kind: 'silent' }
  }
}
