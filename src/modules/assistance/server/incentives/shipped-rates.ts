import { z } from 'zod'
import file from '../../../../../data/assistance/incentives.json' with { type: 'json' }
import { PlainDate } from '../../../../kernel/plain-date.ts'
import { RegionCode } from '../../../../kernel/region-code.ts'
import { IncentiveKind, OffsetKind } from '../../contract.ts'

const ShippedRate = z.strictObject({
  code: z.string(),
  kind: IncentiveKind,
  region: RegionCode,
  zh: z.string(),
  amountFen: z.int().positive(),
  stayMonths: z.int().min(0),
  from: PlainDate,
  to: PlainDate.nullable(),
  source: z.string(),
  isVerified: z.boolean(),
})

const ShippedOffset = z.strictObject({
  code: z.string(),
  kind: OffsetKind,
  zh: z.string(),
  baseFen: z.int().positive(),
  mostUpliftPercent: z.int().min(0),
  mostMonths: z.int().positive(),
  from: PlainDate,
  to: PlainDate.nullable(),
  source: z.string(),
  isVerified: z.boolean(),
})

/** The rows that are shipped, read and checked at the start. */
export const SHIPPED = z.strictObject({ source: z.string(), rates: z.array(ShippedRate), offsets: z.array(ShippedOffset) }).parse(file)
