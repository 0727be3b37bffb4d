import { z } from 'zod'

/** `value` is null where a ratio has nothing below its line. Parts of a ratio come with it. Fen are whole. */
export const Value = z.object({ value: z.number().nullable(), numerator: z.number().optional(), denominator: z.number().optional() })
export type Value = z.infer<typeof Value>
