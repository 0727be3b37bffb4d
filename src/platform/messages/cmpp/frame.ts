/*
 * CMPP: 中国移动通信互联网短信网关接口协议 (China Mobile Peer to Peer), V2.0, April 2002; its numbered parts are cited as §.
 * Read from reprints of the standard (blog.csdn.net/changqing505/article/details/104225879) and checked field by field
 * against two independent implementations (github.com/bigwhite/gocmpp, github.com/leviathan-1776/cmppprotocol).
 */

/** What a message asks, or answers (the highest bit). §7.3 and appendix of commands. */
export const Command = {
  connect: 0x00000001,
  connectAnswer: 0x80000001,
  terminate: 0x00000002,
  terminateAnswer: 0x80000002,
  submit: 0x00000004,
  submitAnswer: 0x80000004,
  deliver: 0x00000005,
  deliverAnswer: 0x80000005,
  activeTest: 0x00000008,
  activeTestAnswer: 0x80000008,
} as const

/** One message of the protocol (a PDU): §7.3 gives it 12 bytes of header, all numbers big-endian. */
export interface Frame {
  readonly command: number
  /** A request and its answer have the same one. */
  readonly sequence: number
  readonly body: Buffer
}

const HEADER_BYTES = 12
/** The longest message that a gateway may send us is a DELIVER of 12 + 73 + 255 bytes: more is no CMPP at all. */
const LONGEST_BYTES = 4096

export function encodeFrame({ command, sequence, body }: Frame): Buffer {
  const header = Buffer.alloc(HEADER_BYTES)
  header.writeUInt32BE(HEADER_BYTES + body.length, 0)
  header.writeUInt32BE(command, 4)
  header.writeUInt32BE(sequence, 8)
  return Buffer.concat([header, body])
}

/** Puts what arrives in pieces together again. @throws where the stream cannot be CMPP: nothing after it can be trusted. */
export function frameReader(): (piece: Buffer) => readonly Frame[] {
  let left: Buffer = Buffer.alloc(0)
  return (piece) => {
    left = Buffer.concat([left, piece])
    const frames: Frame[] = []
    for (let length = lengthOf(left); length !== undefined && left.length >= length; length = lengthOf(left)) {
      frames.push({ command: left.readUInt32BE(4), sequence: left.readUInt32BE(8), body: left.subarray(HEADER_BYTES, length) })
      left = left.subarray(length)
    }
    return frames
  }
}

function lengthOf(bytes: Buffer): number | undefined {
  if (bytes.length < 4) return undefined
  const length = bytes.readUInt32BE(0)
  if (length < HEADER_BYTES || length > LONGEST_BYTES) throw new Error(`a message of ${length} bytes is not CMPP`)
  return length
}
