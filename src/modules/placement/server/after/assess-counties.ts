import type { PlainDate } from '../../../../kernel/plain-date.ts'
import { type RegionCode, rangeOf } from '../../../../kernel/region-code.ts'
import type { ViewContext } from '../../../../platform/actions/context.ts'
import { view } from '../../../../platform/actions/declare.ts'
import { listNames } from '../../../network/index.ts'
import type { CountyAssessment } from '../../contract.ts'
import * as contract from '../../contract.ts'
import { type AssessmentRule, type CountyYear, ruleFor, scoreOf, streakOf, tierOfScore } from '../../domain/after/assess.ts'
import { EXIT_STATES } from '../../domain/states/candidate-states.ts'
import { SETTINGS } from './settings.ts'

type CountyRow = CountyYear & { readonly bureau: string }

/** Every county and year up to the one asked for: whoever left the way by an exit is nobody's to place. */
async function findYears({ tx, today }: ViewContext, { lo, hi, year }: { lo: string; hi: string; year: number }): Promise<CountyRow[]> {
  const { rows } = await tx.query<CountyRow>(
    `select c.bureau_code as bureau, c.year::int as year, count(*)::int as due,
            count(c.letter_on)::int as placed,
            (count(*) filter (where c.letter_on <= c.reported_on + interval '6 months'))::int as "inTime",
            (count(*) filter (where l.kind <> 'special'))::int as "stateEmployer",
            (count(*) filter (where c.started_on is not null or c.start_by < $4))::int as "startsDue",
            (count(*) filter (where c.started_on <= c.start_by))::int as "startedInTime"
       from placement.candidates c
       left join placement.letters l on l.bureau_code = c.bureau_code and l.candidate_id = c.id
      where c.unit_code >= $1 and c.unit_code < $2 and c.year <= $3 and c.way = 'arrangedWork' and not (c.state = any($5) and c.letter_on is null)
      group by c.bureau_code, c.year order by c.bureau_code, c.year`,
    [lo, hi, year, today satisfies PlainDate, EXIT_STATES],
  )
  return rows
}

const NOBODY: Omit<CountyYear, 'year'> = { due: 0, placed: 0, inTime: 0, stateEmployer: 0, startsDue: 0, startedInTime: 0 }

function assessed(years: readonly CountyRow[], { rule, year }: { rule: AssessmentRule | undefined; year: number }) {
  const one = years.find((each) => each.year === year) ?? { year, ...NOBODY }
  const score = rule ? scoreOf(one, rule) : null
  const { due, placed, inTime, stateEmployer, startsDue, startedInTime } = one
  return {
    ...{ due, placed, inTime, stateEmployer, startsDue, startedInTime, score },
    tier: rule ? tierOfScore(score, rule) : null,
    streak: streakOf(years, SETTINGS.assessments, year),
  }
}

/** Counties the best first: units are assessed, people never. */
export const assessCounties = view(contract.assessCounties, {
  grant: 'placement.read',
  where: ({ place }) => place,
  async run(context, { place, year }) {
    const rows = await findYears(context, { ...rangeOf(place), year })
    const bureaus = [...new Set(rows.map(({ bureau }) => bureau))]
    const names = new Map(
      (
        await listNames(
          context.tx,
          bureaus.map((code) => `${code}000000` as RegionCode),
        )
      ).map((one) => [one.code, one.name]),
    )
    const rule = ruleFor(SETTINGS.assessments, year)
    const counties: CountyAssessment[] = bureaus.map((bureauCode) => ({
      bureauCode,
      unitName: names.get(`${bureauCode}000000` as RegionCode) ?? bureauCode,
      ...assessed(
        rows.filter(({ bureau }) => bureau === bureauCode),
        { rule, year },
      ),
    }))
    const shown = counties.filter(({ due, streak }) => due > 0 || streak > 0)
    return { counties: shown.toSorted((a, b) => (b.score ?? -1) - (a.score ?? -1)), rule: rule ?? null }
  },
})
