import { z } from 'zod'

/** A line of text, its ends trimmed. */
export const line = (longest: number) => z.string().trim().max(longest)

/** Codes of a code list (data/network/codes.csv). */
export const codeList = z.array(z.string().regex(/^[a-zA-Z]{1,40}$/)).max(30)

/** Some of the codes given are in no list. */
export const unknownCodes = z.object({ code: z.literal('unknown-codes'), codes: z.array(z.string()) })
