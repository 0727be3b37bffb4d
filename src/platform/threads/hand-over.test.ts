import { MessageChannel, receiveMessageOnPort } from 'node:worker_threads'
import { expect, test } from 'vitest'
import { handOver } from './hand-over.ts'

test('small buffers leave the memory that they share, large ones go as they are, and what is given twice is sent once', () => {
  const [small, large] = [Buffer.from('归队'), Buffer.alloc(10_000, 7)]
  const { sent, transfer } = handOver([small, large, large])
  expect(sent.map((bytes) => Buffer.from(bytes).equals(bytes.length > 100 ? large : small))).toEqual([true, true, true])
  expect(transfer).toHaveLength(2)
  expect(transfer.map(({ byteLength }) => byteLength).toSorted()).toEqual([10_000, 6])

  const { port1, port2 } = new MessageChannel()
  port1.postMessage(sent, transfer)
  const { message } = receiveMessageOnPort(port2) as { message: Uint8Array[] }
  expect(message.map(({ length }) => length)).toEqual([6, 10_000, 10_000])
  expect(large.length).toBe(0)
  expect(small.toString()).toBe('归队')
  port1.close()
})
