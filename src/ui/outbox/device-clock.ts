import { deviceOf } from './outbox.ts'
import type { Store } from './store.ts'

/** Smaller differences are the line's, not the clock's. */
const WORTH_MS = 2_000

/** Takes the server's word for what time it is. What was saved before keeps the time it was given, and what the clock said. */
export async function learnTime(store: Store, heard: { serverTime: number; deviceTime: number }): Promise<void> {
  const device = await deviceOf(store)
  const offsetMs = heard.serverTime - heard.deviceTime
  if (Math.abs(offsetMs - device.offsetMs) >= WORTH_MS) await store.append({ device: { ...device, offsetMs } })
}
