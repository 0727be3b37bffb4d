import { z } from 'zod'
import { actionContract, viewContract } from '../../kernel/contract.ts'
import { PostCode, RoundRefusal, RoundState } from './contract-rounds.ts'

const Hash = z.string()

/** What one person needs to find only themselves in the public record: the file that they keep. */
const ReceiptFile = z.object({
  format: z.literal('guidui-placement-receipt/1'),
  round: z.string(),
  commitment: Hash,
  person: z.string(),
  salt: Hash,
  pseudonym: Hash,
  links: z.array(z.object({ seq: z.int(), hash: Hash })),
})

/** A round that one has taken part in: score line by line, place in the order, what was open, what one got. */
export const MyRound = z.object({
  roundId: z.uuid(),
  title: z.string(),
  number: z.int(),
  /** Null before the draw. */
  position: z.int().nullable(),
  lines: z.array(z.object({ item: z.string(), quantity: z.int(), points: z.int() })),
  marks: z.object({ service: z.int(), exam: z.int(), appraisal: z.int() }),
  composite: z.int(),
  outcome: z.enum(['placed', 'deferred', 'out', 'removed']).nullable(),
  post: z.object({ code: PostCode, title: z.string() }).nullable(),
  openThen: z.array(PostCode).nullable(),
  list: z.array(PostCode).nullable(),
  receipt: ReceiptFile,
})
export type MyRound = z.infer<typeof MyRound>

export const seeMyRounds = viewContract({
  name: 'mine.rounds',
  summary: 'The rounds that one takes part in, each with the receipt by which only its holder finds themselves',
  input: z.object({}),
  output: z.object({ rounds: z.array(MyRound) }),
})

export const writeSlip = actionContract({
  name: 'round.writeSlip',
  summary: 'The confirmation of a pick (选岗确认表) as a Word file to be signed',
  input: z.object({ roundId: z.uuid(), candidateId: z.uuid() }),
  output: z.object({ name: z.string(), content: z.base64(), state: RoundState }),
  refusal: RoundRefusal,
})
