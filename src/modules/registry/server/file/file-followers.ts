import type { UnitCode } from '../../../../kernel/region-code.ts'
import type { WritingContext } from '../../../../platform/actions/context.ts'

/** What became of a file in an action, for modules that stand on the registry and that it does not know. */
export interface FileChange {
  readonly personId: string
  readonly unitCode: UnitCode
  /** Whether the person could be called on before and can be now: an open file of someone who lives. */
  readonly was: boolean
  readonly is: boolean
}

/** Told within the action's own transaction: what a follower does, it does if and only if the change happens. */
export type FileFollower = (context: WritingContext, changes: readonly FileChange[]) => Promise<void>

/** A file that another station keeps from now on. */
export interface FileMove {
  readonly personId: string
  readonly from: UnitCode
  readonly to: UnitCode
}

export type MoveFollower = (context: Pick<WritingContext, 'tx' | 'today'>, move: FileMove) => Promise<void>

/** What belongs to one file and belongs to another from now on: two files were merged, or a merge was undone. */
export interface FileMerge {
  readonly from: string
  readonly to: string
  /** The station that keeps the file to which it goes. */
  readonly unitCode: UnitCode
}

export type MergeFollower = (context: Pick<WritingContext, 'tx' | 'today'>, merge: FileMerge) => Promise<void>

const followers: FileFollower[] = []
const moveFollowers: MoveFollower[] = []
const mergeFollowers: MergeFollower[] = []

/** Said once, where the program is joined together. */
export function followFiles(follower: FileFollower): void {
  followers.push(follower)
}

/** The same for hand-overs. One of the two stations lies outside the range of whoever acts. */
export function followMoves(follower: MoveFollower): void {
  moveFollowers.push(follower)
}

/** The same for merges, after the files have been saved. */
export function followMerges(follower: MergeFollower): void {
  mergeFollowers.push(follower)
}

export async function tellMerged(context: Pick<WritingContext, 'tx' | 'today'>, merge: FileMerge): Promise<void> {
  for (const follower of mergeFollowers) await follower(context, merge)
}

export async function tellMoved(context: Pick<WritingContext, 'tx' | 'today'>, move: FileMove): Promise<void> {
  for (const follower of moveFollowers) await follower(context, move)
}

export async function tellFollowers(context: WritingContext, changes: readonly FileChange[]): Promise<void> {
  const moved = changes.filter(({ was, is }) => was !== is)
  if (moved.length === 0) return
  for (const follower of followers) await follower(context, moved)
}
