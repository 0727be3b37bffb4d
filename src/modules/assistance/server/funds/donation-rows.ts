import { createHmac } from 'node:crypto'
import { z } from 'zod'
import { maskName } from '../../../../kernel/mask.ts'
import type { PlainDate } from '../../../../kernel/plain-date.ts'
import type { UnitCode } from '../../../../kernel/region-code.ts'
import type { ViewContext } from '../../../../platform/actions/context.ts'
import type { Tx } from '../../../../platform/database/tx.ts'
import type { Secrets } from '../../../../platform/secrets/secrets.ts'
import type { Cause, Donation, DonorKind, Good } from '../../contract.ts'

export const DONOR = 'assistance.donations.donor'

/** Who gave: a name and how to reach them, or the document of the treasury. */
export const Donor = z.object({ name: z.string(), phone: z.string().nullable() })

export interface DonationRow {
  id: string
  unit_code: UnitCode
  fund_id: string
  number: number
  receipt_number: string
  donor_kind: DonorKind
  donor: Buffer | null
  donor_masked: string | null
  form: 'cash' | 'goods'
  goods: Good[]
  amount_fen: string
  left_fen: string
  earmark: Cause | null
  received_on: PlainDate
  recorded_by: string
  confirmed_by: string | null
  taken_back_on: PlainDate | null
}

const COLUMNS = `d.id, d.unit_code, d.fund_id, d.number, d.receipt_number, d.donor_kind, d.donor, d.donor_masked, d.form, d.goods,
  d.amount_fen::text, d.left_fen::text, d.earmark, d.received_on, d.recorded_by, d.confirmed_by, d.taken_back_on`

export async function findDonation(tx: Tx, id: string): Promise<DonationRow | undefined> {
  const { rows } = await tx.query<DonationRow>(`select ${COLUMNS} from assistance.donations d where d.id = $1`, [id])
  return rows[0]
}

/** By the number of its receipt, which holds its bureau. */
export async function findByReceipt(tx: Tx, bureau: string, receiptNumber: string): Promise<DonationRow | undefined> {
  const { rows } = await tx.query<DonationRow>(
    `select ${COLUMNS} from assistance.donations d where d.bureau_code = $1 and d.receipt_number = $2`,
    [bureau, receiptNumber],
  )
  return rows[0]
}

const MOST_SHOWN = 200

/** Gifts of a fund, the latest first. */
export async function listDonations(
  { tx, actor }: Pick<ViewContext, 'tx' | 'actor'>,
  bureau: string,
  fundId: string,
): Promise<{ donations: Donation[]; isCut: boolean }> {
  const { rows } = await tx.query<DonationRow>(
    `select ${COLUMNS} from assistance.donations d where d.bureau_code = $1 and d.fund_id = $2 order by d.number desc limit $3`,
    [bureau, fundId, MOST_SHOWN + 1],
  )
  return { donations: rows.slice(0, MOST_SHOWN).map((row) => toDonation(row, actor)), isCut: rows.length > MOST_SHOWN }
}

const toDonation = (row: DonationRow, { accountId, grants }: ViewContext['actor']): Donation => ({
  id: row.id,
  receiptNumber: row.receipt_number,
  donorKind: row.donor_kind,
  donorMasked: row.donor_masked,
  form: row.form,
  goods: row.goods,
  amountFen: row.amount_fen,
  leftFen: row.left_fen,
  earmark: row.earmark,
  receivedOn: row.received_on,
  isConfirmed: row.confirmed_by !== null,
  takenBackOn: row.taken_back_on,
  can: canOf(row, grants.has('ledger.approve') && row.recorded_by !== accountId),
})

/** What somebody may do who did not record it. What was drawn of a gift is given back before the gift. */
const canOf = (row: DonationRow, mayCheck: boolean): Donation['can'] => {
  const stands = mayCheck && row.taken_back_on === null
  return { confirm: stands && row.confirmed_by === null, takeBack: stands && row.left_fen === row.amount_fen }
}

/** `500112-01-000007`: bureau, fund, the how-manieth gift. */
export const receiptNumberOf = (bureau: string, serial: number, number: number): string =>
  `${bureau}-${String(serial).padStart(2, '0')}-${String(number).padStart(6, '0')}`

/** An organisation is named; of a person the surname. Longer than four signs is no person's name. */
export const maskDonor = (name: string): string => (name.length > 4 ? name : maskName(name))

const SIGNS = 'ABCDEFGHJKLMNPQRSTUVWXYZ23456789'

/**
 * The code on a receipt: whoever has it and the number may follow the gift. Nothing of it is stored; fifty bits that only
 * this server can work out. It changes when the master key is rotated: the receipt is then printed again.
 */
export function followCode(secrets: Secrets, donationId: string): string {
  const bytes = createHmac('sha256', secrets.derive('assistance.receipt')).update(donationId).digest()
  return [...bytes.subarray(0, 10)].map((byte) => SIGNS.charAt(byte % 32)).join('')
}
