import { addMonths } from '../../../../kernel/plain-date.ts'
import type { Tx } from '../../../../platform/database/tx.ts'
import { BENEFIT_CLASSES } from '../../domain/entitlement/classes.ts'
import { firstDay } from '../../domain/entitlement/month.ts'
import { type EventRead, readEvents } from './read-people.ts'
import { isLate, type RunGround } from './run-ground.ts'

/** People of a run between two ids, the first left out, as far as they can be told apart without computing them. */
export interface Chunk {
  readonly after: string
  readonly last: string
  readonly people: number
  /** Of the facts that they were read from. */
  readonly digest: string
  /** Class, grade, cause, years and place of those of whom nothing else decides, each once: `kindText`. */
  readonly kinds: readonly string[]
  /** Of these more has to be looked at than one row: they are computed one by one. */
  readonly odd: readonly string[]
  readonly events: ReadonlyMap<string, readonly EventRead[]>
}

interface PageRow {
  readonly last: string
  readonly people: number
  readonly digest: string
  readonly kinds: readonly string[]
  readonly odd: readonly string[]
}

const PAGE = 20_000
export const BEFORE_ALL = '00000000-0000-0000-0000-000000000000'

const KIND = `concat(class_code, '|', grade, '|', cause, '|', service_years, '|', place)`

const AGED = BENEFIT_CLASSES.filter(({ fromAge }) => fromAge !== null)
/** Whoever was born by then is of age for every class. */
const ofAgeFor = (month: number) => addMonths(firstDay(month), -12 * Math.max(0, ...AGED.map(({ fromAge }) => fromAge ?? 0)))

/** A row is odd where it may not be paid in the month, or where earlier months may have to be looked at; rather one too many than one too few. */
const PAGE_SQL = `
  with page as materialized (
    select person_id, class_code, grade, cause, service_years, born_on, place, pays_from, ended_on, is_minor, approved_at >= $4 as is_new
      from benefits.entitlements
     where bureau_code = $1 and person_id > $2 and ($3::uuid is null or person_id < $3) and approved_at is not null
     order by person_id, class_code
  ), told as (
    select *, ended_on is not null or is_minor or is_new or pays_from >= $5::date + interval '1 month' or class_code = any($6)
              or (class_code = any($7) and born_on > $8) or coalesce(person_id in (lag(person_id) over w, lead(person_id) over w), false) as is_odd
      from page window w as (order by person_id, class_code)
  )
  select (select person_id from page order by person_id desc limit 1) as last,
         (select count(distinct person_id)::int from page) as people,
         (select encode(sha256(convert_to(string_agg(concat(person_id, '|', class_code, '|', grade, '|', cause, '|', service_years, '|', born_on, '|',
            place, '|', pays_from, '|', ended_on, '|', is_minor, '|', is_new), E'\\n'), 'UTF8')), 'hex') from page) as digest,
         array(select distinct person_id::text from told where is_odd) as odd,
         array(select distinct ${KIND} from told where not is_odd) as kinds`

/** The people after one, in the order of their ids, whole; undefined after the last. */
export async function readChunk(ground: RunGround, after: string): Promise<Chunk | undefined> {
  const { tx, bureau, month, learntSince } = ground
  const border = await tx.query<{ person_id: string }>(
    `select person_id from benefits.entitlements where bureau_code = $1 and person_id > $2 and approved_at is not null
      order by person_id, class_code offset ${PAGE} limit 1`,
    [bureau, after],
  )
  const late = BENEFIT_CLASSES.filter(({ code }) => isLate(ground, code)).map(({ code }) => code)
  const aged = AGED.map(({ code }) => code)
  const until = border.rows[0]?.person_id ?? null
  const { rows } = await tx.query<PageRow>(PAGE_SQL, [bureau, after, until, learntSince, firstDay(month), late, aged, ofAgeFor(month)])
  const [page] = rows
  if (!page?.last) return undefined
  const { last, odd, ...read } = page
  const events = await readEvents(tx, bureau, { after, last })
  const more = [...ground.closed.keys(), ...ground.failedBefore].filter((id) => id > after && id <= last)
  return { ...read, after, last, events, odd: [...new Set([...odd, ...events.keys(), ...more])] }
}

/** People of a chunk who are of some kinds. */
export async function findOfKinds(tx: Tx, bureau: string, { after, last }: Chunk, kinds: readonly string[]): Promise<string[]> {
  if (kinds.length === 0) return []
  const { rows } = await tx.query<{ person_id: string }>(
    `select distinct person_id from benefits.entitlements
      where bureau_code = $1 and person_id > $2 and person_id <= $3 and approved_at is not null and ${KIND} = any($4)`,
    [bureau, after, last, kinds],
  )
  return rows.map(({ person_id: id }) => id)
}
