import { createReadStream } from 'node:fs'
import { readdir } from 'node:fs/promises'
import { join } from 'node:path'
import type { Frame } from './frames.ts'

const PIECE = 256 * 1024
const isMissing = (fault: unknown): boolean => fault instanceof Error && 'code' in fault && fault.code === 'ENOENT'

/** The addresses of all stored files below a directory. */
export async function listAddresses(directory: string): Promise<string[]> {
  const folders = await readdir(directory).catch((fault: unknown) => {
    if (isMissing(fault)) return []
    throw fault
  })
  const names = await Promise.all(folders.filter((name) => /^[0-9a-f]{2}$/.test(name)).map((name) => readdir(join(directory, name))))
  return names.flat().filter((name) => /^[0-9a-f]{64}$/.test(name))
}

/** Stored files as they lie there, sealed already; one that expired a moment ago is passed over. @returns how many they were */
export async function* dumpFiles(directory: string): AsyncGenerator<Frame, number> {
  let files = 0
  for (const address of await listAddresses(directory)) {
    let bytes = 0
    try {
      for await (const body of createReadStream(join(directory, address.slice(0, 2), address), { highWaterMark: PIECE })) {
        bytes += (body as Buffer).length
        yield { head: { kind: 'piece', address }, body: body as Buffer }
      }
    } catch (fault) {
      if (bytes > 0 || !isMissing(fault)) throw fault
      continue
    }
    yield { head: { kind: 'file', address, bytes } }
    files += 1
  }
  return files
}
