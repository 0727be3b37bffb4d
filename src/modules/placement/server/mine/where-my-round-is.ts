import type { ViewContext } from '../../../../platform/actions/context.ts'
import { findOwnDesk } from './own-desk.ts'

/** Only the person speaks in a round: whoever acts with authority for some kinds of matters does not. */
export const whereMyRoundIs = async ({ roundId }: { roundId: string }, { tx, actor }: ViewContext) =>
  actor.person && !actor.person.agent && (await findOwnDesk(tx, roundId)) ? actor.unitCode : undefined
