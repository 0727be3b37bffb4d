import { regionOf } from '../../../../kernel/region-code.ts'
import { ok, type Result, refuse } from '../../../../kernel/result.ts'
import type { Tx } from '../../../../platform/database/tx.ts'
import { listNames } from '../../../network/index.ts'
import type { EmployerRefusal, EmployerScene } from '../../contract-employers.ts'
import { SHORT_NAME, whatEmployersSee } from '../../domain/employers/what-employers-see.ts'
import type { Desk } from '../../domain/engine/desk/desk.ts'
import { loadDesk } from '../computed/desk-round.ts'
import { listEmployersOf } from '../computed/employer-rows.ts'
import { phaseAt } from '../computed/windows.ts'
import { findRound } from '../rounds/round-rows.ts'
import type { Door } from './employer-door.ts'

/** Who has listed a post and is still in the round, in the order of pseudonyms: it says nothing of anybody's rank. */
export const whoListed = ({ lists, removed }: Desk, post: string): string[] =>
  [...lists]
    .filter(([person, list]) => list.includes(post) && !removed.has(person))
    .map(([person]) => person)
    .toSorted()

/** What a receiving unit sees behind its door: its own posts, and under pseudonyms who has listed them. */
export async function sceneFor(tx: Tx, door: Door, at: number): Promise<Result<EmployerScene, EmployerRefusal>> {
  const row = await findRound(tx, door.round_id)
  const twoWay = row?.settings.twoWay
  if (!row || !twoWay || row.state !== 'open') return refuse({ code: 'not-open' })
  const phase = phaseAt(twoWay, { isOpen: true, at })
  if (phase === 'lists') return refuse({ code: 'lists-open', until: twoWay.listsUntil })
  if (phase === 'over') return refuse({ code: 'window-over', on: twoWay.rankingsUntil })
  const { desk } = await loadDesk(tx, row)
  const [place] = await listNames(tx, [regionOf(row.unit_code)])
  const own = [...(await listEmployersOf(tx, row))].filter(([code, { uscc }]) => uscc === door.uscc && !desk.withdrawn.has(code))
  return ok({
    employer: door.employer_name,
    unitName: place?.name ?? '',
    title: row.title,
    silentEmployer: twoWay.silentEmployer,
    rankingsUntil: twoWay.rankingsUntil,
    posts: own.map(([code, { title }]) => ({
      code,
      title,
      seats: desk.posts.get(code)?.seats ?? 0,
      people: whoListed(desk, code).flatMap((person) => {
        const candidate = desk.people.get(person)
        return candidate ? [whatEmployersSee(candidate)] : []
      }),
      tiers: desk.rankings.get(code)?.map((tier) => tier.map((person) => person.slice(0, SHORT_NAME))) ?? null,
    })),
  })
}
