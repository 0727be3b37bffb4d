import type { PlainDate } from '../../../../kernel/plain-date.ts'

/** Somebody who is paid, and how the confirmation of the year stands; undefined where none was begun. */
export interface Confirming {
  readonly personId: string
  readonly classCodes: readonly string[]
  /** Suspended now for want of a confirmation. */
  readonly isSuspended: boolean
  readonly confirmation?:
    | {
        readonly matterId: string
        readonly state: 'due' | 'overdue' | 'toCheck' | 'confirmed' | 'notConfirmed'
        readonly dueOn: PlainDate | null
      }
    | undefined
}

export type Risk = 'failed' | 'overdue' | 'toCheck' | 'due' | 'notBegun'

export interface Ranked extends Confirming {
  /** Null where the confirmation was made: then it is listed only because the pay is still suspended. */
  readonly risk: Risk | null
}

const ORDER: readonly (Risk | null)[] = [null, 'failed', 'overdue', 'toCheck', 'due', 'notBegun']

const RISKS = { notConfirmed: 'failed', overdue: 'overdue', toCheck: 'toCheck', due: 'due', confirmed: null } as const

/**
 * Whose pay may have to be stopped, the nearest first: who was not confirmed, who is overdue (the longest first), whose change
 * is being checked, who is due (the soonest first), for whom nothing was begun. Before them all who was confirmed and is still
 * suspended: they wait for money that is theirs. Of the rest nobody is listed.
 */
export function rankConfirmations(people: readonly Confirming[]): Ranked[] {
  const ranked = people.map((one): Ranked => ({ ...one, risk: one.confirmation ? RISKS[one.confirmation.state] : 'notBegun' }))
  const dayOf = ({ confirmation }: Ranked): string => confirmation?.dueOn ?? '9999'
  return ranked
    .filter(({ risk, isSuspended }) => risk !== null || isSuspended)
    .toSorted(
      (a, b) =>
        ORDER.indexOf(a.risk) - ORDER.indexOf(b.risk) ||
        (dayOf(a) < dayOf(b) ? -1 : dayOf(a) > dayOf(b) ? 1 : 0) ||
        (a.personId < b.personId ? -1 : 1),
    )
}
