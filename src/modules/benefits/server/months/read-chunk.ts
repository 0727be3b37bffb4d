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
  /** Nobody comes after them. */
  readonly isEnd: boolean
  readonly people: number
  /** Of the facts that they were read from. */
  readonly digest: string
  /** Class, grade, cause, years and place of those of whom nothing else decides, each once: `kindText`. */
  readonly kinds: readonly string[]
  /** Of these more has to be looked at than one row: they are computed one by one. */
  readonly odd: readonly string[]
  readonly events: ReadonlyMap<string, readonly EventRead[]>
}

type PageRow = Omit<Chunk, 'after' | 'events'>

const PAGE = 20_000
export const BEFORE_ALL = '00000000-0000-0000-0000-000000000000'

const KIND_COLUMNS = 'class_code, grade, cause, service_years, place'
const KIND = `concat_ws('|', class_code, coalesce(grade::text, ''), coalesce(cause, ''), service_years, place)`

const AGED = BENEFIT_CLASSES.filter(({ fromAge }) => fromAge !== null)
/** Whoever was born by then is of age for every class. */
const ofAgeFor = (month: number) => addMonths(firstDay(month), -12 * Math.max(0, ...AGED.map(({ fromAge }) => fromAge ?? 0)))

/**
 * A row is odd where it may not be paid in the month, or where earlier months may have to be looked at: rather one too many
 * than one too few. The last person of a full page may have another class on the next one, and waits for it. Each row is
 * kept once and gone through three times: keeping it anew for each step took a fifth of the reading.
 */
const PAGE_SQL = `
  with page as materialized (
    select *, row_number() over w as no, lag(person_id) over w is not distinct from person_id as is_second,
           lag(person_id) over w is not distinct from person_id or lead(person_id) over w is not distinct from person_id
             or is_new or is_minor or period is not null or ended_on is not null or pays_from >= $4::date + interval '1 month' or class_code = any($5)
             or (class_code = any($6) and born_on > $7) as is_odd
      from (select person_id, class_code, grade, cause, service_years, born_on, place, pays_from, ended_on, is_minor, period, approved_at >= $3 as is_new
              from benefits.entitlements
             where bureau_code = $1 and person_id > $2 and approved_at is not null
             order by person_id, class_code limit $8) read
    window w as (order by person_id, class_code)
  ), waiting as materialized (select person_id from page where no = $8)
  select max(person_id::text collate "C") as last, not exists (select from waiting) as "isEnd",
         count(*) filter (where not is_second)::int as people,
         encode(sha256(convert_to(string_agg(concat_ws('|', person_id, class_code, grade, cause, service_years, born_on, place, pays_from,
           case when is_odd then concat_ws('|', coalesce(ended_on, 'infinity'), is_minor, is_new, period) end), E'\\n'), 'UTF8')), 'hex') as digest,
         coalesce(array_agg(distinct person_id::text) filter (where is_odd), '{}') as odd,
         array(select ${KIND} from page
                where not is_odd and (not exists (select from waiting) or person_id < (select person_id from waiting)) group by ${KIND_COLUMNS}) as kinds
    from page where not exists (select from waiting) or person_id < (select person_id from waiting)`

/** The people after one, in the order of their ids, whole; undefined after the last. */
export async function readChunk(ground: RunGround, after: string, page = PAGE): Promise<Chunk | undefined> {
  const { tx, bureau, month, learntSince } = ground
  const late = BENEFIT_CLASSES.filter(({ code }) => isLate(ground, code)).map(({ code }) => code)
  const aged = AGED.map(({ code }) => code)
  const { rows } = await tx.query<PageRow>(PAGE_SQL, [bureau, after, learntSince, firstDay(month), late, aged, ofAgeFor(month), page])
  const [read] = rows
  if (!read?.last) return undefined
  const events = await readEvents(tx, bureau, { after, last: read.last })
  const more = [...ground.closed.keys(), ...ground.absences.keys(), ...ground.inDoubt].filter((id) => id > after && id <= read.last)
  return { ...read, after, events, odd: [...new Set([...read.odd, ...events.keys(), ...more])] }
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
