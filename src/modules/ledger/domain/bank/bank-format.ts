import { plainFen } from '../../../../kernel/fen.ts'
import type { PlainDate } from '../../../../kernel/plain-date.ts'

/** What stands above the lines of a bank file. */
export interface FileHead {
  readonly batchId: string
  readonly title: string
  readonly lineCount: number
  readonly totalFen: bigint
  /** The day the batch was opened: nothing in a file tells when the file was made, so that made again it is the same. */
  readonly on: PlainDate
}

export interface FileLine {
  readonly lineId: string
  readonly account: string
  readonly holder: string
  readonly bank: string
  readonly amountFen: bigint
  readonly memo: string
}

/** A shape that a bank reads. Text in UTF-8; the same batch always gives the same bytes. */
export interface BankFormat {
  readonly extension: string
  readonly head: (head: FileHead) => string
  /** `number` counts from 1. */
  readonly line: (line: FileLine, number: number) => string
  readonly foot: (head: FileHead) => string
}

/** A text cell of CSV. */
export const quoted = (text: string): string => `"${text.replaceAll('"', '""')}"`
const row = (...cells: readonly string[]): string => `${cells.join(',')}\r\n`

/** Our own CSV (docs/bank-files.md): a head, a line a payment, a foot with number and sum. */
const csv: BankFormat = {
  extension: 'csv',
  head: ({ batchId, title, on }) =>
    `\uFEFF${row('归队支付', '2', batchId, on, quoted(title))}${row('序号', '行号', '户名', '开户行', '账号', '金额（元）', '摘要')}`,
  line: ({ lineId, holder, bank, account, amountFen, memo }, number) =>
    row(String(number), lineId, quoted(holder), quoted(bank), account, plainFen(amountFen), quoted(memo)),
  foot: ({ lineCount, totalFen }) => row('合计', String(lineCount), plainFen(totalFen)),
}

const escaped = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;')
/** ISO 20022 allows 35 characters for an id: a UUID without its hyphens has 32. */
const idOf = (id: string): string => id.replaceAll('-', '')

/** The bank of a payee, by its name: left out where nobody has said it, for an empty name is not allowed. */
const agent = (bank: string): string => (bank === '' ? '' : `<CdtrAgt><FinInstnId><Nm>${escaped(bank)}</Nm></FinInstnId></CdtrAgt>`)

/** ISO 20022 customer credit transfer, pain.001.001.03, as banks with direct links take it. */
const pain001: BankFormat = {
  extension: 'xml',
  head: ({ batchId, title, lineCount, totalFen, on }) =>
    `<?xml version="1.0" encoding="UTF-8"?>\n<Document xmlns="urn:iso:std:iso:20022:tech:xsd:pain.001.001.03"><CstmrCdtTrfInitn>` +
    `<GrpHdr><MsgId>${idOf(batchId)}</MsgId><CreDtTm>${on}T00:00:00</CreDtTm><NbOfTxs>${lineCount}</NbOfTxs><CtrlSum>${plainFen(totalFen)}</CtrlSum>` +
    `<InitgPty><Nm>${escaped(title)}</Nm></InitgPty></GrpHdr><PmtInf><PmtInfId>${idOf(batchId)}</PmtInfId><PmtMtd>TRF</PmtMtd>` +
    `<NbOfTxs>${lineCount}</NbOfTxs><CtrlSum>${plainFen(totalFen)}</CtrlSum><ReqdExctnDt>${on}</ReqdExctnDt>\n`,
  line: ({ lineId, holder, bank, account, amountFen, memo }) =>
    `<CdtTrfTxInf><PmtId><EndToEndId>${idOf(lineId)}</EndToEndId></PmtId><Amt><InstdAmt Ccy="CNY">${plainFen(amountFen)}</InstdAmt></Amt>${agent(bank)}` +
    `<Cdtr><Nm>${escaped(holder)}</Nm></Cdtr><CdtrAcct><Id><Othr><Id>${escaped(account)}</Id></Othr></Id></CdtrAcct>` +
    `<RmtInf><Ustrd>${escaped(memo)}</Ustrd></RmtInf></CdtTrfTxInf>\n`,
  foot: () => '</PmtInf></CstmrCdtTrfInitn></Document>\n',
}

/** The shapes we make; a bank of its own shape is one more entry. */
export const BANK_FORMATS = { csv, pain001 } as const satisfies Record<string, BankFormat>
