import type { UnitCode } from '../../../../kernel/region-code.ts'
import type { Actor } from '../../../../platform/access/actor.ts'
import type { WritingContext } from '../../../../platform/actions/context.ts'

/** A station whose files all lie at its successor now. */
export interface StationMove {
  /** The hand-over, by which the database knows that it is one. */
  readonly id: string
  readonly from: UnitCode
  readonly to: UnitCode
  readonly reason: string
}

export type StationContext = WritingContext & { readonly actor: Pick<Actor, 'accountId' | 'unitCode'> }

/** Told once, at the end, in the same transaction: takes along what belongs to the station and to no file, and says how much. */
export type StationFollower = (context: StationContext, move: StationMove) => Promise<number>

const followers: StationFollower[] = []

/** Said once, where the program is joined together. */
export function followStations(follower: StationFollower): void {
  followers.push(follower)
}

export async function tellStationMoved(context: StationContext, move: StationMove): Promise<number> {
  let besides = 0
  for (const follower of followers) besides += await follower(context, move)
  return besides
}
