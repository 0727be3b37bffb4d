import type { MessageFate } from '../message-sender.ts'
import { octets } from './octets.ts'
import type { TextPart } from './split-text.ts'

/** Who sends, as the operator registered it. */
export interface Sender {
  readonly spId: string
  /** Src_Id, the number that the phone shows: 1069…. */
  readonly code: string
  /** Service_Id, 业务代码: empty where the operator gave none. */
  readonly service: string
}

const UCS2 = 8
const REPORT_WANTED = 1
/** Fee_UserType 2: the sender pays; FeeType 01: free for whoever receives it. */
const SENDER_PAYS = 2
const FREE_FOR_THE_RECEIVER = '01'
/** In fen. That a free message carries six noughts is what other clients send; the standard only gives the width. */
const NO_FEE = '000000'

/**
 * §7.4.3.1 CMPP_SUBMIT to one phone: Msg_Id 8 (the gateway gives it), Pk_total 1, Pk_number 1, Registered_Delivery 1, Msg_level 1,
 * Service_Id 10, Fee_UserType 1, Fee_terminal_Id 21, TP_pId 1, TP_udhi 1, Msg_Fmt 1, Msg_src 6, FeeType 2, FeeCode 6,
 * ValId_Time 17, At_Time 17, Src_Id 21, DestUsr_tl 1, Dest_terminal_Id 21, Msg_Length 1, Msg_Content, Reserve 8.
 */
export function submitBody(sender: Sender, phone: string, { content, number, total }: TextPart): Buffer {
  const hasHeader = total > 1 ? 1 : 0
  return Buffer.concat([
    Buffer.alloc(8),
    Buffer.from([total, number, REPORT_WANTED, 0]),
    octets(sender.service, 10),
    Buffer.from([SENDER_PAYS]),
    octets('', 21),
    Buffer.from([0, hasHeader, UCS2]),
    octets(sender.spId, 6),
    octets(FREE_FOR_THE_RECEIVER, 2),
    octets(NO_FEE, 6),
    octets('', 17),
    octets('', 17),
    octets(sender.code, 21),
    Buffer.from([1]),
    octets(phone, 21),
    Buffer.from([content.length]),
    content,
    Buffer.alloc(8),
  ])
}

export interface SubmitAnswer {
  /** Under this name the gateway reports later what became of the part. */
  readonly messageId: string
  /** 0: taken. */
  readonly result: number
}

/** §7.4.3.2 CMPP_SUBMIT_RESP: Msg_Id 8, Result 1. Undefined where it is something else. */
export function readSubmitAnswer(body: Buffer): SubmitAnswer | undefined {
  return body.length < 9 ? undefined : { messageId: body.subarray(0, 8).toString('hex'), result: body.readUInt8(8) }
}

/** 流量控制错: too fast; the part was not taken and may be sent again. */
export const TOO_FAST = 8

/**
 * §7.4.3.2 names 0 to 8 and calls the rest 其他错误; 9 to 13 are what gateways say since (gocmpp lists the same). A number that
 * nobody knows is a refusal too: what was not taken for an unknown reason would not be taken the next minute.
 */
const RESULTS: Readonly<Record<number, { zh: string; en: string }>> = {
  1: { zh: '消息结构错', en: 'the message is malformed' },
  2: { zh: '命令字错', en: 'the command is unknown' },
  3: { zh: '消息序号重复', en: 'the sequence number was used before' },
  4: { zh: '消息长度错', en: 'the length is wrong' },
  5: { zh: '资费代码错', en: 'the fee code is wrong' },
  6: { zh: '超过最大信息长', en: 'the text is too long' },
  7: { zh: '业务代码错，请在 SMS_GATEWAY 里写 service=', en: 'the service code is wrong: write service= into SMS_GATEWAY' },
  8: { zh: '发送过快，请调低 SMS_GATEWAY 里的 rate=', en: 'too fast: lower rate= in SMS_GATEWAY' },
  9: { zh: '网关不服务于该计费号码', en: 'the gateway does not serve this payer' },
  10: { zh: '源号码错，请核对 SMS_GATEWAY 里的 code=', en: 'the sender’s number is wrong: check code= in SMS_GATEWAY' },
  11: { zh: '企业代码错', en: 'the SP_Id is wrong' },
  12: { zh: '计费号码错', en: 'the payer’s number is wrong' },
  13: { zh: '目的号码错', en: 'the receiver’s number is wrong' },
}

/** What a result other than 0 means for the message, in a sentence without its number and its text. */
export function sentenceOf(result: number): { fate: MessageFate; words: { zh: string; en: string } } {
  const reason = RESULTS[result] ?? { zh: '其他错误', en: 'another fault' }
  return {
    fate: result === TOO_FAST ? 'not-sent' : 'refused',
    words: {
      zh: `短信网关没有接收：${reason.zh}（结果 ${result}）。`,
      en: `The gateway did not take the text: ${reason.en} (result ${result}).`,
    },
  }
}
