/** What is smaller shares its memory with others: Node cuts small buffers from a common piece. */
const OWN = Buffer.poolSize

/**
 * Makes buffers ready to be handed to another thread without being copied again: each in memory of its own. A buffer that
 * is sent as it is takes with it a copy of all the memory it was cut from.
 *
 * @returns the buffers to send, in their order, and what to name as the transfer list; the ones given are gone then
 */
export function handOver(buffers: readonly Uint8Array[]): { sent: Uint8Array<ArrayBuffer>[]; transfer: ArrayBuffer[] } {
  const own = new Map<Uint8Array, Uint8Array<ArrayBuffer>>()
  for (const bytes of buffers) {
    if (!own.has(bytes)) own.set(bytes, isAlone(bytes) ? bytes : new Uint8Array(bytes))
  }
  const sent = buffers.map((bytes) => own.get(bytes) ?? new Uint8Array(bytes))
  return { sent, transfer: [...new Set(sent.map(({ buffer }) => buffer))] }
}

const isAlone = (bytes: Uint8Array): bytes is Uint8Array<ArrayBuffer> => bytes.buffer instanceof ArrayBuffer && bytes.length > OWN / 2
