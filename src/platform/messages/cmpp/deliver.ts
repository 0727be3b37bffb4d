import { textOf } from './octets.ts'

/** What a gateway brings: the report of a text of ours, or somebody's answer to one. */
export interface Delivery {
  /** Msg_Id as it stands: the acknowledgement repeats it. */
  readonly id: Buffer
  /** Undefined where a person wrote it. */
  readonly report: Report | undefined
}

export interface Report {
  /** As in the answer to our SUBMIT. */
  readonly messageId: string
  /** DELIVRD, EXPIRED, DELETED, UNDELIV, ACCEPTD, UNKNOWN, REJECTD, or a code of the operator (MA:…, MB:…). */
  readonly state: string
}

/** Before Msg_Content: Msg_Id 8, Dest_Id 21, Service_Id 10, TP_pid 1, TP_udhi 1, Msg_Fmt 1, Src_terminal_Id 21, Registered_Delivery 1, Msg_Length 1. */
const CONTENT_AT = 65
const REGISTERED_AT = 63
/** The content of a report: Msg_Id 8, Stat 7, Submit_time 10, Done_time 10, Dest_terminal_Id 21, SMSC_sequence 4. */
const STATE_ENDS_AT = 15

/** §7.4.5.1 CMPP_DELIVER. Undefined where it is too short to be one. */
export function readDelivery(body: Buffer): Delivery | undefined {
  if (body.length < CONTENT_AT) return undefined
  const id = body.subarray(0, 8)
  const content = body.subarray(CONTENT_AT, CONTENT_AT + body.readUInt8(CONTENT_AT - 1))
  // Some gateways leave out what follows the state: what we read is there all the same.
  if (body.readUInt8(REGISTERED_AT) !== 1 || content.length < STATE_ENDS_AT) return { id, report: undefined }
  return { id, report: { messageId: content.subarray(0, 8).toString('hex'), state: textOf(content.subarray(8, STATE_ENDS_AT)) } }
}

/** §7.4.5.2 CMPP_DELIVER_RESP: Msg_Id 8, Result 1. Without it the gateway brings the same again and again. */
export const deliverAnswerBody = ({ id }: Delivery): Buffer => Buffer.concat([id, Buffer.from([0])])
