import { tierOf } from '../../../../kernel/region-code.ts'
import type { ViewContext } from '../../../../platform/actions/context.ts'
import { view } from '../../../../platform/actions/declare.ts'
import { findDivision, listNames } from '../../../network/index.ts'
import type { SeenClosing } from '../../contract.ts'
import * as contract from '../../contract.ts'
import { dueOn, openOf, standingOf, windowOf } from '../../domain/closing.ts'
import { type KeptClosing, shownClosing } from './closing-rows.ts'
import { CLOSING } from './closing-settings.ts'
import { type ReadMonth, readMonth } from './read-month.ts'

/** What the page may offer: each still asks the action, which decides. */
function canOf({ actor, today }: ViewContext, { place, month }: { place: string; month: string }, { versions }: ReadMonth) {
  const open = openOf(versions)
  const isFree = open === undefined || open.state === 'locked'
  const isOthers = open?.confirmed_by !== actor.accountId
  return {
    confirm: actor.grants.has('closing.confirm') && windowOf(month).to < today && isFree,
    settleBelow: actor.grants.has('closing.settle'),
    lock: actor.grants.has('closing.lock') && tierOf(place as never) === 'province' && open?.state === 'confirmed' && isOthers,
  }
}

async function namesIn({ tx }: ViewContext, { versions, below }: ReadMonth) {
  const kept: readonly KeptClosing[] = [...versions, ...below.flatMap(({ last }) => (last ? [last] : []))]
  const names = new Map((await listNames(tx, [...new Set(kept.flatMap(({ missing }) => missing))])).map(({ code, name }) => [code, name]))
  return (code: string): string => names.get(code as never) ?? code
}

export const seeClosing = view(contract.seeClosing, {
  grant: 'figure.read',
  where: ({ place }) => place,
  async run(context, { place, month }): Promise<SeenClosing | undefined> {
    const division = await findDivision(context.tx, place)
    if (!division) return undefined
    const read = await readMonth(context.tx, place, month)
    const nameOf = await namesIn(context, read)
    const stated = standingOf(read.versions)?.figures ?? {}
    const { code, name, tier } = division
    return {
      asOfAt: context.now,
      place: { code, name, tier },
      month,
      isOver: windowOf(month).to < context.today,
      dueOn: dueOn(month, tier, CLOSING.dueDay),
      versions: read.versions.map((kept) => shownClosing(kept, nameOf)),
      lines: CLOSING.codes.map((one) => ({
        code: one,
        live: read.live[one] ?? { value: null },
        ...(stated[one] ? { stated: stated[one] } : {}),
      })),
      below: read.below.map(({ division: child, isExpected, isSettled, hasMoved, last }) => ({
        code: child.code,
        name: child.name,
        isExpected,
        isLate:
          isExpected &&
          !isSettled &&
          (last?.state ?? 'returned') === 'returned' &&
          context.today > dueOn(month, child.tier, CLOSING.dueDay),
        hasMoved,
        ...(last ? { closing: shownClosing(last, nameOf) } : {}),
      })),
      can: canOf(context, { place, month }, read),
    }
  },
})
