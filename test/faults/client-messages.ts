/**
 * One message that a client sends to PostgreSQL: its kind, and the text that a statement begins with. Of a statement that
 * was prepared under a name and is bound again, the text with which it was prepared.
 */
export interface ClientMessage {
  readonly kind: string
  readonly words: string
}

/** Longest part of a statement that is looked at. */
const WORDS = 8_000

/**
 * Cuts what a client sends into messages of PostgreSQL's protocol (version 3). The first has no kind byte; every other is
 * a kind, four bytes of length and a body, however the network has sliced them.
 */
export function readClientMessages(): (part: Buffer) => readonly ClientMessage[] {
  let rest = Buffer.alloc(0)
  let isStarted = false
  const prepared = new Map<string, string>()
  return (part) => {
    rest = Buffer.concat([rest, part])
    const messages: ClientMessage[] = []
    for (;;) {
      const head = isStarted ? 1 : 0
      if (rest.length < head + 4) return messages
      const end = head + rest.readUInt32BE(head)
      if (rest.length < end) return messages
      const kind = isStarted ? String.fromCharCode(rest.readUInt8(0)) : 'startup'
      const body = rest.toString('utf8', head + 4, Math.min(end, head + 4 + WORDS))
      messages.push({ kind, words: wordsOf(kind, body, prepared) })
      isStarted = true
      rest = rest.subarray(end)
    }
  }
}

/** Parse names a statement and gives its text; Bind names a portal and then the statement. */
function wordsOf(kind: string, body: string, prepared: Map<string, string>): string {
  const [first = '', second = ''] = body.split('\0', 2)
  if (kind === 'P') {
    prepared.set(first, second)
    return second
  }
  return kind === 'B' ? (prepared.get(second) ?? '') : body
}
