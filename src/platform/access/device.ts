import { createHash, createHmac, randomBytes, timingSafeEqual } from 'node:crypto'
import type { SecretBox } from './access-context.ts'

/** A device's own mark, and how the database knows it. */
export interface Device {
  readonly cookie: string
  readonly hash: Buffer
}

const seal = (secrets: SecretBox, mark: string): string =>
  createHmac('sha256', secrets.derive('access.device-cookie')).update(mark).digest('base64url')

const deviceOf = (secrets: SecretBox, mark: string): Device => ({
  cookie: `${mark}.${seal(secrets, mark)}`,
  hash: createHash('sha256').update(mark).digest(),
})

export const createDevice = (secrets: SecretBox): Device => deviceOf(secrets, randomBytes(16).toString('base64url'))

/** The device behind a cookie; undefined where we did not sign it. */
export function findDevice(secrets: SecretBox, cookie: string | undefined): Device | undefined {
  const [mark, signature] = cookie?.split('.') ?? []
  if (!mark || !signature) return undefined
  const [given, right] = [Buffer.from(signature), Buffer.from(seal(secrets, mark))]
  return given.length === right.length && timingSafeEqual(given, right) ? deviceOf(secrets, mark) : undefined
}
