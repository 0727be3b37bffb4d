import { z } from 'zod'

/** A table as it was written: its columns, generated ones left out. */
export const WrittenTable = z.object({ name: z.string(), columns: z.array(z.string()) })
export type WrittenTable = z.infer<typeof WrittenTable>

/** What a backup is of: the first thing in it. */
export const Manifest = z.object({
  kind: z.literal('manifest'),
  format: z.literal(1),
  madeAt: z.string(),
  /** Of PostgreSQL. */
  server: z.string(),
  migrations: z.array(z.object({ name: z.string(), sha256: z.string() })),
  /** The steps of the job queue's own schema. */
  queue: z.array(z.int()),
  tables: z.array(WrittenTable),
})
export type Manifest = z.infer<typeof Manifest>

/** What a whole backup holds: the last thing in it, without which it is none. */
export const Ending = z.object({
  kind: z.literal('end'),
  tables: z.int(),
  rows: z.int(),
  files: z.int(),
  sequences: z.array(z.object({ name: z.string(), next: z.string() })),
  /** The end of each bureau's chain of journal leaves. */
  heads: z.array(z.object({ bureauCode: z.string(), leaves: z.string(), hash: z.string() })),
})
export type Ending = z.infer<typeof Ending>

const Head = z.discriminatedUnion('kind', [
  Manifest,
  /** A piece of a table's rows, in PostgreSQL's text form of COPY. */
  z.object({ kind: z.literal('rows'), table: z.string() }),
  z.object({ kind: z.literal('table'), table: z.string(), rows: z.int(), sha256: z.string() }),
  /** A piece of a stored file, sealed as it lies on the disk. */
  z.object({ kind: z.literal('piece'), address: z.string() }),
  z.object({ kind: z.literal('file'), address: z.string(), bytes: z.int() }),
  Ending,
])

/** One thing after the other, each with its bytes. */
export interface Frame {
  readonly head: z.infer<typeof Head>
  readonly body?: Buffer
}

const NOTHING = Buffer.alloc(0)
/** A piece is what came from a socket or a disk at once; a head is a few lines, that of the manifest the largest. */
const LARGEST = { head: 16 * 1_048_576, body: 64 * 1_048_576 }

/** `length of the head 4 ‖ length of the body 4 ‖ head as JSON ‖ body`. */
export function frameBytes({ head, body = NOTHING }: Frame): Buffer {
  const text = Buffer.from(JSON.stringify(head))
  const lengths = Buffer.alloc(8)
  lengths.writeUInt32BE(text.length, 0)
  lengths.writeUInt32BE(body.length, 4)
  return Buffer.concat([lengths, text, body])
}

/** The frames of a stream of bytes. @throws where they end in the middle of one, or are none */
export async function* readFrames(source: AsyncIterable<Buffer>): AsyncGenerator<Frame> {
  let held: Buffer = NOTHING
  for await (const piece of source) {
    held = held.length === 0 ? piece : Buffer.concat([held, piece])
    for (let end = frameEnd(held); end !== undefined && end <= held.length; end = frameEnd(held)) {
      yield frameOf(held.subarray(0, end))
      held = held.subarray(end)
    }
  }
  if (held.length > 0) throw new Error('the backup ends in the middle')
}

function frameEnd(held: Buffer): number | undefined {
  if (held.length < 8) return undefined
  const [head, body] = [held.readUInt32BE(0), held.readUInt32BE(4)]
  if (head > LARGEST.head || body > LARGEST.body) throw new Error('not a backup')
  return 8 + head + body
}

function frameOf(bytes: Buffer): Frame {
  const end = 8 + bytes.readUInt32BE(0)
  return { head: Head.parse(JSON.parse(bytes.toString('utf8', 8, end))), body: bytes.subarray(end) }
}
