/**
 * What lies on the device. Every record says which format it is in, and a reader of a later program reads all of them:
 * records are never rewritten, so an upgrade loses none (`fixtures/format-1.json` is a box of the first format).
 */
export const FORMAT = 1

/** Bytes behind AES-GCM, and the key of the ring that opens them. */
export interface Sealed {
  readonly keyId: string
  readonly iv: Uint8Array<ArrayBuffer>
  readonly bytes: Uint8Array<ArrayBuffer>
}

/** One action as it was saved. What it says is sealed; who may send it, and in which order, is not. */
export interface StoredItem extends Sealed {
  readonly v: number
  /** The id of the action: the same on every attempt. */
  readonly id: string
  readonly accountId: string
  readonly deviceId: string
  /** The place in the order of this device: given by the store, and never by a clock. */
  readonly seq?: number
  /** When, by a clock corrected by the last word of the server; ISO 8601 UTC. */
  readonly capturedAt: string
  /** What the clock of the device said, in ms. */
  readonly deviceTime: number
}

export type MarkKind =
  /** The server answered, but not with an outcome: a fault, or still at it. */
  | 'tried'
  /** The server has it: 已送达. */
  | 'acked'
  /** Refused, or cannot be sent as it is: 需处理, until a person decides. */
  | 'needsHand'
  /** A person decided to send it once more as it is. */
  | 'again'
  /** A person decided: another item stands in its place. */
  | 'replaced'
  /** Written into a file that may be brought in elsewhere; it goes on waiting. */
  | 'exported'

/** What became of an item: appended, never changed. The latest that counts says its state. */
export interface StoredMark {
  readonly v: number
  readonly n?: number
  readonly itemId: string
  readonly accountId: string
  readonly kind: MarkKind
  readonly at: string
  /** Why, as the server said it; sealed, since it may name people. */
  readonly why?: Sealed
  /** The item in its place. */
  readonly by?: string
}

/** A picture, once for all items that show it. */
export interface StoredPhoto extends Sealed {
  readonly v: number
  readonly accountId: string
  /** SHA-256 of the picture, hex. */
  readonly hash: string
}

/** The data key of one account on this device, wrapped by a password. Never removed: old items may need it. */
export interface StoredKey {
  readonly v: number
  readonly keyId: string
  readonly accountId: string
  readonly salt: Uint8Array<ArrayBuffer>
  readonly iterations: number
  readonly iv: Uint8Array<ArrayBuffer>
  readonly wrapped: Uint8Array<ArrayBuffer>
  /** The key of the lease under which this key was made, for writing files; absent where an earlier program made it. */
  readonly exit?: Sealed & { readonly leaseId: string }
}

/** What the device knows of itself; `offsetMs` is what must be added to its clock. */
export interface StoredDevice {
  readonly id: string
  readonly offsetMs: number
}

/** The village that was taken along. The only thing that is ever taken away again. */
export interface StoredPack extends Sealed {
  readonly v: number
  readonly accountId: string
  readonly leaseId: string
  /** After this, nobody opens the pack; items can still be sent. */
  readonly expiresAt: string
}
