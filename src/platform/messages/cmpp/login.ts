import { createHash } from 'node:crypto'
import { secondInChina } from '../../../kernel/china-time.ts'
import { octets } from './octets.ts'

/** Who signs in to a gateway: the number and the secret that the operator gave. */
export interface Credentials {
  /** SP_Id, 企业代码: six characters. */
  readonly spId: string
  readonly secret: string
}

const VERSION = 0x20
const NINE_ZEROS = Buffer.alloc(9)

const md5 = (...parts: readonly (string | Buffer)[]): Buffer =>
  createHash('md5')
    .update(Buffer.concat(parts.map(toBytes)))
    .digest()

const toBytes = (part: string | Buffer): Buffer => (typeof part === 'string' ? Buffer.from(part, 'latin1') : part)

/** MMDDHHMMSS of China, where the gateway stands: it may compare it with its own clock. */
export function timestampOf(instant: string): string {
  return secondInChina(instant).slice(5).replace(/\D/g, '')
}

/** §7.4.1.1 AuthenticatorSource = MD5(Source_Addr + 9 bytes of 0 + shared secret + timestamp): the secret itself never travels. */
const authenticatorOf = ({ spId, secret }: Credentials, timestamp: string): Buffer => md5(spId, NINE_ZEROS, secret, timestamp)

/** §7.4.1.1 CMPP_CONNECT: Source_Addr 6, AuthenticatorSource 16, Version 1, Timestamp 4. */
export function connectBody(credentials: Credentials, timestamp: string): Buffer {
  const end = Buffer.alloc(5)
  end.writeUInt8(VERSION, 0)
  end.writeUInt32BE(Number(timestamp), 1)
  return Buffer.concat([octets(credentials.spId, 6), authenticatorOf(credentials, timestamp), end])
}

/** Why a gateway let nobody in: the status of CMPP_CONNECT_RESP (§7.4.1.2), `impostor` where it did not know our secret. */
export type LoginRefusal = 'malformed' | 'unknown-source' | 'wrong-secret' | 'wrong-version' | 'other' | 'impostor'

const STATUS: Readonly<Record<number, LoginRefusal>> = { 1: 'malformed', 2: 'unknown-source', 3: 'wrong-secret', 4: 'wrong-version' }

/**
 * §7.4.1.2 CMPP_CONNECT_RESP: Status 1, AuthenticatorISMG 16, Version 1. Undefined where the gateway let us in and proved that it
 * knows the secret: AuthenticatorISMG = MD5(Status + AuthenticatorSource + shared secret), with Status as its one byte.
 */
export function refusalOf(answer: Buffer, credentials: Credentials, timestamp: string): LoginRefusal | undefined {
  if (answer.length < 18) return 'malformed'
  const status = answer.readUInt8(0)
  if (status !== 0) return STATUS[status] ?? 'other'
  const expected = md5(answer.subarray(0, 1), authenticatorOf(credentials, timestamp), credentials.secret)
  return answer.subarray(1, 17).equals(expected) ? undefined : 'impostor'
}

/** What the operator is told to do. */
export const LOGIN_SENTENCES: Readonly<Record<LoginRefusal, { zh: string; en: string }>> = {
  malformed: {
    zh: '登录报文格式不符，请向运营商确认网关讲 CMPP 2.0。',
    en: 'it found the sign-in malformed: ask the operator whether it speaks CMPP 2.0.',
  },
  'unknown-source': {
    zh: '企业代码（SP_Id）或本机地址不被认可，请向运营商核对。',
    en: 'it does not know the SP_Id, or this address: check them with the operator.',
  },
  'wrong-secret': { zh: '密码不对，请核对 SMS_GATEWAY。', en: 'the secret is wrong: check SMS_GATEWAY.' },
  'wrong-version': { zh: '网关不接受 CMPP 2.0 版本。', en: 'it does not accept CMPP version 2.0.' },
  other: { zh: '网关拒绝登录，没有说明原因（可能是连接数已满）。', en: 'it refused without a reason (perhaps too many connections).' },
  impostor: {
    zh: '网关没能证明自己知道密码，可能不是真正的网关，没有发送任何短信。',
    en: 'it could not prove that it knows the secret and may not be the gateway: nothing was sent to it.',
  },
}
