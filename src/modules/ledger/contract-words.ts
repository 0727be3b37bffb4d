import { z } from 'zod'

/** What a fund is for: 应急、关爱、帮扶援助、志愿服务、抚恤补助. */
export const FundKind = z.enum(['emergency', 'care', 'aid', 'volunteer', 'benefit'])
export type FundKind = z.infer<typeof FundKind>
