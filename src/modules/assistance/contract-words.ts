import { z } from 'zod'

/** Emergency relief, care, aid to volunteers' families, volunteers: what a fund is for. */
export const FundKind = z.enum(['emergency', 'care', 'aid', 'volunteer'])
export type FundKind = z.infer<typeof FundKind>

/** The five causes of hardship (《关于加强困难退役军人帮扶援助工作的意见》, 2019): a gift may be bound to one of them. */
export const Cause = z.enum(['disability', 'unemployment', 'relapse', 'accident', 'other'])
export type Cause = z.infer<typeof Cause>

/** What became of a grant, in words that tell of nobody. */
export const Outcome = z.enum(['treated', 'working', 'housed', 'settled', 'stillHard'])
export type Outcome = z.infer<typeof Outcome>

export const GrantState = z.enum(['proposed', 'approved', 'sent', 'refused', 'paid', 'followedUp', 'cancelled', 'takenBack'])
export type GrantState = z.infer<typeof GrantState>

/** Decided in the ordinary way, or paid first with the papers to follow. */
export const GrantWay = z.enum(['decided', 'emergency'])
export type GrantWay = z.infer<typeof GrantWay>

/** Why the books of a bureau take no movement now. */
export const BooksRefusals = [
  z.object({ code: z.literal('payments-stopped') }),
  z.object({ code: z.literal('period-closed'), throughOn: z.string() }),
] as const

/** Every three months while a fund raises from the public, and in full after it (慈善法 Art 78, 79). */
export const ReportKind = z.enum(['quarter', 'full'])
export type ReportKind = z.infer<typeof ReportKind>
