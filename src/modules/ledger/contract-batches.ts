import { z } from 'zod'
import { actionContract, Paging, paged, viewContract } from '../../kernel/contract.ts'
import { FenText } from '../../kernel/fen.ts'
import { RegionCode } from '../../kernel/region-code.ts'
import { HOLD_REFUSALS, MONEY_REFUSALS } from './contract-refusals.ts'

export const BatchStateWord = z.enum(['opened', 'filed', 'paid', 'reconciled'])
export const BankFormatName = z.enum(['csv', 'pain001'])
export type BankFormatName = z.infer<typeof BankFormatName>

const Counted = z.object({ count: z.int(), fen: FenText })

/** Why a return file was not taken: it is taken whole or not at all. */
export const ReturnRefusal = z.discriminatedUnion('code', [
  z.object({
    code: z.literal('return-unreadable'),
    row: z.int(),
    why: z.enum([
      'head',
      'encoding',
      'shape',
      'line-id',
      'amount',
      'outcome',
      'reason',
      'twice',
      'cut-off',
      'count',
      'sum',
      'after-foot',
      'too-long',
    ]),
  }),
  z.object({ code: z.literal('return-of-other-batch') }),
  z.object({ code: z.literal('line-differs'), row: z.int(), why: z.enum(['unknown', 'amount', 'settled-otherwise']) }),
  /** A fault of the program: the file itself may be sound. */
  z.object({ code: z.literal('return-failed') }),
  ...MONEY_REFUSALS,
])
export type ReturnRefusal = z.infer<typeof ReturnRefusal>

export const ReturnSeen = z.object({
  id: z.uuid(),
  fileName: z.string(),
  state: z.enum(['queued', 'taken', 'refused']),
  /** Lines of the file; null until it was read to its foot. */
  count: z.int().nullable(),
  done: z.int(),
  refusal: ReturnRefusal.nullable(),
  paid: Counted,
  returned: Counted,
  /** Lines that an earlier file had settled alike. */
  repeated: z.int(),
  at: z.string(),
})
export type ReturnSeen = z.infer<typeof ReturnSeen>

export const BatchRow = z.object({
  id: z.uuid(),
  place: RegionCode,
  title: z.string(),
  fundName: z.string(),
  purpose: z.string().nullable(),
  lineCount: z.int(),
  totalFen: FenText,
  state: BatchStateWord,
  isChecked: z.boolean(),
  openedAt: z.string(),
  /** Lines that the bank sent back and nobody has paid again yet. */
  returnedCount: z.int(),
})
export type BatchRow = z.infer<typeof BatchRow>

export const listBatches = viewContract({
  name: 'batch.list',
  summary: 'Payment batches of a place and below, the newest first',
  input: Paging.extend({ place: RegionCode }),
  output: paged(BatchRow),
})

export const getBatch = viewContract({
  name: 'batch.get',
  summary: 'A payment batch: how far it is, its bank file, and what came back',
  input: z.object({ batchId: z.uuid() }),
  output: BatchRow.extend({
    filedAt: z.string().nullable(),
    paidAt: z.string().nullable(),
    reconciledAt: z.string().nullable(),
    format: BankFormatName.nullable(),
    fileHash: z.string().nullable(),
    byState: z.object({ waiting: Counted, filed: Counted, paid: Counted, returned: Counted, reissued: Counted }),
    /** The making of the bank file that was asked for last. */
    making: z
      .object({
        id: z.uuid(),
        state: z.enum(['queued', 'made', 'cancelled']),
        done: z.int(),
        fileId: z.uuid().nullable(),
        /** Only who asked for the file can fetch it. */
        isOwn: z.boolean(),
      })
      .nullable(),
    /** Return files as they were brought: the latest 20. */
    returns: z.array(ReturnSeen),
    /** What came back and waits to be paid again: the first 200. */
    returned: z.array(z.object({ lineId: z.uuid(), payeeLabel: z.string(), amountFen: FenText, memo: z.string(), reason: z.string() })),
    can: z.object({ approve: z.boolean(), file: z.boolean(), pay: z.boolean(), takeReturn: z.boolean(), reissue: z.boolean() }),
  }),
})

export const approveBatch = actionContract({
  name: 'batch.approve',
  summary: 'Checks a batch that was opened without: by somebody who did not make it',
  input: z.object({ batchId: z.uuid() }),
  output: z.object({ batchId: z.uuid() }),
  refusal: z.discriminatedUnion('code', [z.object({ code: z.literal('same-hands') }), z.object({ code: z.literal('already-checked') })]),
})

export const fileBatch = actionContract({
  name: 'batch.file',
  summary: 'Makes the bank file of a batch, in the background; made again it has the same bytes',
  input: z.object({ batchId: z.uuid(), format: BankFormatName }),
  output: z.object({ fileJobId: z.uuid() }),
  refusal: z.discriminatedUnion('code', [
    z.object({ code: z.literal('same-hands') }),
    z.object({ code: z.literal('not-checked') }),
    z.object({ code: z.literal('payments-stopped') }),
    z.object({ code: z.literal('other-format'), format: BankFormatName }),
    z.object({ code: z.literal('being-made') }),
  ]),
})

export const cancelFile = actionContract({
  name: 'batch.cancelFile',
  summary: 'Stops the making of a bank file; nothing of it is kept',
  input: z.object({ batchId: z.uuid() }),
  output: z.object({ batchId: z.uuid() }),
  refusal: z.discriminatedUnion('code', [z.object({ code: z.literal('not-being-made') })]),
})

export const payBatch = actionContract({
  name: 'batch.pay',
  summary: 'Says that the file was handed to the bank: the money leaves the fund, once',
  input: z.object({ batchId: z.uuid() }),
  output: z.object({ postingId: z.uuid() }),
  refusal: z.discriminatedUnion('code', [
    z.object({ code: z.literal('not-filed') }),
    z.object({ code: z.literal('already-paid') }),
    ...MONEY_REFUSALS,
    ...HOLD_REFUSALS,
  ]),
})

export const takeReturn = actionContract({
  name: 'batch.takeReturn',
  summary:
    'Takes a stored return file of the bank, in the background: each line paid or returned. Taken again, or in another order, it changes nothing',
  input: z.object({ batchId: z.uuid(), fileId: z.uuid() }),
  output: z.object({ returnId: z.uuid() }),
  refusal: z.discriminatedUnion('code', [z.object({ code: z.literal('no-such-file') }), z.object({ code: z.literal('not-paid') })]),
})

export const reissueLines = actionContract({
  name: 'batch.reissue',
  summary: 'Pays what came back once more, in a batch of its own, to other accounts where they are given',
  input: z.object({
    batchId: z.uuid(),
    accounts: z
      .array(
        z.object({
          lineId: z.uuid(),
          bankAccount: z.string().regex(/^[0-9]{8,32}$/, { message: 'not-an-account' }),
          /** 开户行. Whose account it is stays as it was: another payee is another payment. */
          bank: z.string().trim().min(2).max(60),
        }),
      )
      .max(200),
  }),
  output: z.object({ batchId: z.uuid(), lineCount: z.int() }),
  refusal: z.discriminatedUnion('code', [
    z.object({ code: z.literal('nothing-returned') }),
    z.object({ code: z.literal('batch-empty') }),
    z.object({ code: z.literal('line-twice') }),
    z.object({ code: z.literal('line-wrong') }),
    ...MONEY_REFUSALS,
    ...HOLD_REFUSALS,
  ]),
})
