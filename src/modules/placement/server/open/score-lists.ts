import { z } from 'zod'
import type { PlainDate } from '../../../../kernel/plain-date.ts'
import { regionOf, type UnitCode } from '../../../../kernel/region-code.ts'
import type { Tx } from '../../../../platform/database/tx.ts'
import type { Secrets } from '../../../../platform/secrets/secrets.ts'
import { listNames } from '../../../network/index.ts'
import type { OpenCohort, OpenScoreLine, OpenScoreList } from '../../contract.ts'
import { openSums, shownUntil } from '../../domain/score/open-sums.ts'
import { standingSheets } from '../scores/sheet-rows.ts'

interface PublishedRow {
  id: string
  unit_code: UnitCode
  year: number
  season: OpenCohort['season']
  group_code: OpenCohort['group']
  published_on: PlainDate
  window_closes_on: PlainDate
  list: unknown
}

const PUBLISHED = `select c.id, c.unit_code, c.year, c.season, c.group_code, c.published_on, c.window_closes_on, p.list
  from placement.cohorts c join placement.publications p on p.bureau_code = c.bureau_code and p.cohort_id = c.id and p.kind = 'scores'`

/** What was published, word for word: number, masked name, total in hundredths. */
const PublishedList = z.array(z.object({ number: z.int(), name: z.string(), total: z.int() }))

async function toCohort(tx: Tx, row: PublishedRow, today: PlainDate): Promise<OpenCohort> {
  const [place] = await listNames(tx, [regionOf(row.unit_code)])
  return {
    id: row.id,
    unitName: place?.name ?? '',
    year: row.year,
    season: row.season,
    group: row.group_code,
    publishedOn: row.published_on,
    closesOn: row.window_closes_on,
    shownUntil: shownUntil(row.window_closes_on),
    isOpen: today <= row.window_closes_on,
    people: PublishedList.parse(row.list).length,
  }
}

const isShown = ({ window_closes_on }: PublishedRow, today: PlainDate): boolean => today <= shownUntil(window_closes_on)

/** Published lists that are still shown, the newest first. */
export async function listOpenCohorts(tx: Tx, today: PlainDate): Promise<OpenCohort[]> {
  const { rows } = await tx.query<PublishedRow>(`${PUBLISHED} order by c.published_on desc, c.id limit 200`)
  const cohorts = []
  for (const row of rows.filter((one) => isShown(one, today))) cohorts.push(await toCohort(tx, row, today))
  return cohorts
}

/** Sheets by the number under which a candidate is published. */
async function sheetsByNumber({ tx, secrets }: { tx: Tx; secrets: Secrets }, cohortId: string) {
  const sheets = await standingSheets({ tx, secrets }, cohortId)
  const { rows } = await tx.query<{ id: string; number: number }>('select id, number from placement.candidates where cohort_id = $1', [
    cohortId,
  ])
  return new Map(rows.map(({ id, number }) => [number, sheets.get(id)]))
}

/**
 * The list of one cohort: who was published, with what the sheet that stands says. Whoever has left the way since keeps the
 * line: that somebody left, and why, is nobody's business. Undefined where nothing was published, and after its time.
 */
export async function findOpenList(
  { tx, secrets }: { tx: Tx; secrets: Secrets },
  { cohortId, today }: { cohortId: string; today: PlainDate },
): Promise<OpenScoreList | undefined> {
  const { rows } = await tx.query<PublishedRow>(`${PUBLISHED} where c.id = $1`, [cohortId])
  const row = rows.find((one) => isShown(one, today))
  if (!row) return undefined
  const sheets = await sheetsByNumber({ tx, secrets }, cohortId)
  const lines = PublishedList.parse(row.list).map(({ number, name, total }): OpenScoreLine => {
    const sheet = sheets.get(number)
    const now = sheet?.total ?? total
    return { number, name, total: now, ...openSums(sheet?.lines ?? []), publishedTotal: now === total ? null : total }
  })
  return { ...(await toCohort(tx, row, today)), lines: lines.toSorted((a, b) => b.total - a.total || a.number - b.number) }
}
