import { connect, type Socket } from 'node:net'

export interface HttpAnswer {
  readonly status: number
  /** The cookies that it sets, as a request sends them back. */
  readonly cookie: string
  readonly body: string
}

/** A connection over which one message after the other is posted. */
export interface HttpLine {
  post(path: string, headers: Readonly<Record<string, string>>, message: unknown): Promise<HttpAnswer>
  close(): void
}

/** HTTP/1.1 over one kept connection, by hand: whoever asks shares the server's two cores, and is not what is measured. */
export function openLine(address: URL): HttpLine {
  const socket = connect({ host: address.hostname, port: Number(address.port), noDelay: true })
  const line: Line = { buffer: Buffer.alloc(0), waiting: undefined }
  socket.on('data', (chunk: Buffer) => receive(line, chunk))
  socket.on('error', (fault) => line.waiting?.reject(fault))
  return {
    post: (path, headers, message) =>
      new Promise((resolve, reject) => {
        line.waiting = { resolve, reject }
        send(socket, { path, headers: { host: address.host, ...headers }, body: JSON.stringify(message) })
      }),
    close: () => socket.destroy(),
  }
}

interface Line {
  buffer: Buffer
  waiting: { resolve: (answer: HttpAnswer) => void; reject: (fault: Error) => void } | undefined
}

function send(socket: Socket, { path, headers, body }: { path: string; headers: Record<string, string>; body: string }): void {
  const lines = Object.entries(headers).map(([name, value]) => `${name}: ${value}\r\n`)
  const length = `content-type: application/json\r\ncontent-length: ${Buffer.byteLength(body)}\r\n`
  socket.write(`POST ${path} HTTP/1.1\r\n${lines.join('')}${length}\r\n${body}`)
}

function receive(line: Line, chunk: Buffer): void {
  line.buffer = line.buffer.length === 0 ? chunk : Buffer.concat([line.buffer, chunk])
  const end = line.buffer.indexOf('\r\n\r\n')
  if (end < 0) return
  const head = line.buffer.toString('latin1', 0, end)
  const length = Number(/\r\ncontent-length: (\d+)/i.exec(head)?.[1])
  if (line.buffer.length < end + 4 + length) return
  const cookie = [...head.matchAll(/\r\nset-cookie: ([^;\r]*)/gi)].map(([, value]) => value).join('; ')
  const answer = { status: Number(head.slice(9, 12)), cookie, body: line.buffer.toString('utf8', end + 4, end + 4 + length) }
  line.buffer = line.buffer.subarray(end + 4 + length)
  line.waiting?.resolve(answer)
}
