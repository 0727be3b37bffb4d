import type { Batch } from '../../src/ui/outbox/store.ts'

/** Bytes as JSON keeps them: `{ "base64": "…" }`. */
const toBytes = (text: string): Uint8Array<ArrayBuffer> => Uint8Array.from(atob(text), (char) => char.charCodeAt(0))

/** Reads a box that an earlier program left behind, as it lay on the device. */
export const readBox = (text: string): Batch =>
  JSON.parse(text, (_, value: unknown) =>
    typeof value === 'object' && value !== null && 'base64' in value && typeof value.base64 === 'string' ? toBytes(value.base64) : value,
  ) as Batch
