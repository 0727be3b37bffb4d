import type { BoxItem } from '../../src/ui/outbox/outbox.ts'
import { boxOf, overall, type Saved, type World } from './history.ts'

/** What a history must never show; each sentence is a fault, and none is the promise. */
export async function judge(world: World): Promise<string[]> {
  const { server, saved, stuck } = world
  const faults = [
    ...server.early.map((id) => `${id} went out before its pictures`),
    ...stuck.map((id) => `${id} was stuck and nobody was told`),
    ...doubled(world),
  ]
  const shown = new Set<string>()
  await overall(world, async (device, accountId, at) => {
    const items = await boxOf(world, device, accountId).list()
    const byId = new Map(items.map((item) => [item.id, item]))
    for (const item of items) if (item.state === 'acked') shown.add(item.id)
    const own = saved.filter((one) => one.device === at && one.accountId === accountId)
    faults.push(...own.flatMap((one) => faultOf(one, byId.get(one.id), world)))
    faults.push(...outOfOrder(world, new Map(items.map(({ id, seq }) => [id, seq])), { at, accountId }))
  })
  const unknown = server.effects.filter(({ id }) => !shown.has(id))
  return [...faults, ...unknown.map(({ id }) => `${id} took effect and no device shows it delivered`)]
}

function faultOf({ id, accountId, how }: Saved, item: BoxItem | undefined, { server }: World): string[] {
  if (!item) return [`${id} was saved and is lost`]
  if (item.state === 'sealed') return [`${id} still waits`]
  if ((item.state === 'acked') !== server.has(accountId, id)) return [`${id} is ${item.state} and the server says otherwise`]
  return (how === 'fine') === (item.state === 'acked') ? [] : [`${id} was ${how} and ends ${item.state}`]
}

function doubled({ server }: World): string[] {
  const bodies = server.effects.map(({ body }) => body)
  return bodies.filter((body, at) => bodies.indexOf(body) !== at).map((body) => `twice: ${body}`)
}

/** About one person, from one device: in the order in which they were saved. */
function outOfOrder(
  { server, saved, handled }: World,
  seqOf: ReadonlyMap<string, number>,
  where: { at: number; accountId: string },
): string[] {
  const subjectOf = new Map(
    saved.filter((one) => one.device === where.at && one.accountId === where.accountId).map((one) => [one.id, one.subject]),
  )
  const last = new Map<string, number>()
  const faults: string[] = []
  for (const { id } of server.effects) {
    const [subject, seq] = [subjectOf.get(id), seqOf.get(id)]
    if (subject === undefined || seq === undefined || handled.has(id)) continue
    if (seq < (last.get(subject) ?? 0)) faults.push(`${id} overtook another about ${subject}`)
    last.set(subject, seq)
  }
  return faults
}
