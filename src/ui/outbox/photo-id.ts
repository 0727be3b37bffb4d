import { hashOf, toBytes } from './canonical.ts'

/** The id of a picture of an account, made of what it shows (a UUID of version 8): the same picture is sent once. */
export async function photoIdOf(accountId: string, hash: string): Promise<string> {
  const hex = await hashOf(toBytes(`${accountId} ${hash}`))
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-a${hex.slice(17, 20)}-${hex.slice(20, 32)}`
}
