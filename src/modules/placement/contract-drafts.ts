import { z } from 'zod'
import { actionContract, viewContract } from '../../kernel/contract.ts'
import { PlainDate } from '../../kernel/plain-date.ts'
import { CostRules, DistanceLadder, TwoWayRules } from './contract-computed.ts'
import { Line, RoundRefusal, TurnRules } from './contract-rounds.ts'

const id = { roundId: z.uuid() }

/** What a draft asks for by its way. */
const WayRules = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('turns'), turn: TurnRules }),
  z.object({ kind: z.literal('two-way'), twoWay: TwoWayRules }),
  z.object({ kind: z.literal('directive'), cost: CostRules, ladder: DistanceLadder }),
])
export type WayRules = z.infer<typeof WayRules>

export const redraftRound = actionContract({
  name: 'round.redraft',
  summary:
    'Changes the draft of a round of any way before it is committed to; the version before is kept, lists handed in keep their posts',
  input: z.object({
    ...id,
    /** The version that was read: who changed it meanwhile is not overwritten. */
    version: z.int().min(1),
    title: Line,
    postIds: z.array(z.uuid()).min(1).max(2000),
    draw: z.object({ source: Line, on: PlainDate }),
    rules: WayRules,
  }),
  /** `cut`: lists handed in that named a post which the draft has no more. */
  output: z.object({ ...id, version: z.int(), cut: z.int() }),
  refusal: RoundRefusal,
})

export const seeDraft = viewContract({
  name: 'round.draftAsIs',
  summary: 'The draft of a round as it may be changed, and who changed it before',
  input: z.object(id),
  output: z.object({
    ...id,
    version: z.int(),
    cohortId: z.uuid(),
    way: z.string(),
    title: z.string(),
    postIds: z.array(z.uuid()),
    draw: z.object({ source: z.string(), on: PlainDate }),
    rules: WayRules,
    before: z.array(
      z.object({ version: z.int(), title: z.string(), posts: z.int(), drawOn: PlainDate, changedAt: z.string(), by: z.string() }),
    ),
  }),
})
export type DraftAsIs = z.infer<typeof seeDraft.output>
