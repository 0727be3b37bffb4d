import { StringDecoder } from 'node:string_decoder'
import { TextDecoder } from 'node:util'

export type StreamDecoder = { readonly write: (bytes: Buffer) => string; readonly end: () => string }

/** Decodes a stream of bytes, without its byte order mark. UTF-8 goes through Node's own decoder, twice as fast as the general one. */
export function streamDecoder(encoding: string): StreamDecoder {
  if (encoding !== 'utf-8') {
    const decoder = new TextDecoder(encoding)
    return { write: (bytes) => decoder.decode(bytes, { stream: true }), end: () => decoder.decode() }
  }
  const decoder = new StringDecoder('utf8')
  let isFirst = true
  const write = (bytes: Buffer): string => {
    const text = decoder.write(bytes)
    if (!isFirst || text === '') return text
    isFirst = false
    return text.startsWith('\ufeff') ? text.slice(1) : text
  }
  return { write, end: () => decoder.end() }
}
