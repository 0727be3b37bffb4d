import type { z } from 'zod'
import type { PlainDate } from '../../../../kernel/plain-date.ts'
import { type CodeRange, rangeOf, type UnitCode } from '../../../../kernel/region-code.ts'
import type { Tx } from '../../../../platform/database/tx.ts'
import type * as contract from '../../contract.ts'
import type { State } from '../../domain/accreditation/advance.ts'

type Wave = z.output<typeof contract.seeWave.output>
type Asked = z.output<typeof contract.seeWave.input>

/** How many people each station of a range serves. The network does not know them: who does says so at the start. */
export type CountClients = (tx: Tx, range: CodeRange) => Promise<ReadonlyMap<string, number>>

let countClients: CountClients = () => Promise.resolve(new Map())

/** Introduces who counts clients (`catalogue.ts`). */
export function askForClients(count: CountClients): void {
  countClients = count
}

interface Station {
  readonly unit_code: UnitCode
  readonly name: string
  readonly id: string | null
  readonly state: State | null
  readonly is_held: boolean
}

/** Village stations whose clients lie in the band, and how far each has come. Those with the most clients come first (A010). */
export async function findWave(tx: Tx, asked: Asked, today: PlainDate): Promise<Wave> {
  const range = rangeOf(asked.place)
  const clients = await countClients(tx, range)
  const inBand = (count: number): boolean => count >= asked.clientsFrom && (asked.clientsBelow === undefined || count < asked.clientsBelow)
  const stations = (await listStations(tx, asked, { range, today }))
    .map((station) => ({ ...station, clients: clients.get(station.unit_code.slice(0, 12)) ?? 0 }))
    .filter((station) => inBand(station.clients))
  const waiting = stations
    .filter(({ is_held }) => !is_held)
    .toSorted((a, b) => b.clients - a.clients || (a.unit_code < b.unit_code ? -1 : 1))
  const from = Number(asked.cursor ?? 0)
  const shown = waiting.slice(from, from + asked.limit)
  return {
    stations: stations.length,
    held: stations.length - waiting.length,
    underWay: waiting.filter(({ state }) => state !== null).length,
    rows: shown.map(({ unit_code, name, clients: count, state, id }) => ({
      unitCode: unit_code,
      unitName: name,
      clients: count,
      state: state ?? undefined,
      id: id ?? undefined,
    })),
    next: from + asked.limit < waiting.length ? String(from + asked.limit) : undefined,
  }
}

/** Open stations of villages, each with the course that it is in and whether it holds the award, at the level or above. */
async function listStations(
  tx: Tx,
  { scheme, level }: Asked,
  { range, today }: { range: CodeRange; today: PlainDate },
): Promise<Station[]> {
  const { rows } = await tx.query<Station>(
    `select u.unit_code, u.name, o.id, o.state,
            exists (select from network.accreditations h where h.bureau_code = u.bureau_code and h.unit_code = u.unit_code and h.scheme = $3
                      and h.state = 'awarded' and h.expires_on > $4 and h.level >= $5) as is_held
       from network.service_units u
       left join network.accreditations o on o.bureau_code = u.bureau_code and o.unit_code = u.unit_code and o.scheme = $3
            and o.state in ('draft', 'reviewing', 'published')
      where u.unit_code >= $1 and u.unit_code < $2 and u.status = 'open' and u.kind = 'station' and u.tier = 'village' and not u.is_branch
      order by u.unit_code`,
    [range.lo, range.hi, scheme, today, level],
  )
  return rows
}
