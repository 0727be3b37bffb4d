import type { RegionCode } from '../../../../kernel/region-code.ts'
import type { ViewContext } from '../../../../platform/actions/context.ts'
import { view } from '../../../../platform/actions/declare.ts'
import { findDivision, listChildren } from '../../../network/index.ts'
import type { SeenAssessment } from '../../contract.ts'
import * as contract from '../../contract.ts'
import { type AssessedPlace, assess, type Standing, streakOf } from '../../domain/assessments/assess.ts'
import { type AssessmentItem, type AssessmentScheme, schemesFor } from '../../domain/assessments/scheme.ts'
import { inOneSnapshot } from '../figures.ts'
import { type Asked, findHeads, findLines, findOwnLine, findTiers, type KeptHead } from './assessment-rows.ts'
import { findObjections } from './objections.ts'
import { periodOf, readPlaces } from './read-places.ts'
import { SCHEMES } from './schemes.ts'

const shownItem = (item: AssessmentItem): NonNullable<SeenAssessment['scheme']>['items'][number] =>
  'steps' in item ? { ...item, steps: [...item.steps] } : item

const shownScheme = ({
  code,
  zh,
  en,
  minimumClients,
  sizeBands = [],
  tiers,
  items,
  adjustments = [],
}: AssessmentScheme): NonNullable<SeenAssessment['scheme']> => ({
  ...{ code, zh, en, minimumClients, sizeBands: [...sizeBands], items: items.map(shownItem), adjustments: [...adjustments] },
  tiers: { by: tiers.by, bounds: [...(tiers.by === 'rank' ? tiers.upTo : tiers.from)] },
})

/** As it was drawn up last; before that, as the figures are now. */
async function readStandings(
  { tx, today }: ViewContext,
  asked: Asked,
  { head, rule }: { head: KeptHead | undefined; rule: AssessmentScheme },
): Promise<{ standings: readonly Standing[]; nameOf: (code: string) => string }> {
  const period = periodOf(asked.year, today)
  if (!head) {
    const places = await readPlaces(tx, { place: asked.place, period, rule })
    return { standings: assess(rule, places), nameOf: (code) => places.find((one) => one.code === code)?.name ?? code }
  }
  const names = new Map((await listChildren(tx, asked.place, period.to)).map(({ code, name }) => [code as string, name]))
  return { standings: await findLines(tx, asked, head.version), nameOf: (code) => names.get(code) ?? code }
}

const placeOf = ({ code, clients, points }: Standing): AssessedPlace => ({ code, clients, values: points })

/** The same figures with other weights, by place. */
function weighed(rule: AssessmentScheme, standings: readonly Standing[], weights: Readonly<Record<string, number>> | undefined) {
  if (!weights) return new Map<string, Standing>()
  return new Map(assess(rule, standings.map(placeOf), weights).map((one) => [one.code, one]))
}

async function rowsOf(context: ViewContext, asked: Asked, shown: { head: KeptHead | undefined; rule: AssessmentScheme; weights: Weights }) {
  const { standings, nameOf } = await readStandings(context, asked, shown)
  const tiers = await findTiers(context.tx, { ...asked, places: standings.map(({ code }) => code) })
  const others = weighed(shown.rule, standings, shown.weights)
  return standings.map(({ code, clients, points, score, rank, tier, sizeBand }) => {
    const other = others.get(code)
    const years = new Map(tiers.get(code)).set(asked.year, tier)
    return {
      ...{ code: code as RegionCode, name: nameOf(code), clients, points: [...points], score, rank, tier, sizeBand },
      streak: streakOf(years, asked.year),
      ...(other ? { whatIf: { score: other.score, rank: other.rank, tier: other.tier } } : {}),
    }
  })
}

type Weights = Readonly<Record<string, number>> | undefined

async function ownOf({ tx }: ViewContext, asked: Asked): Promise<SeenAssessment['own']> {
  const line = await findOwnLine(tx, asked)
  if (!line) return undefined
  const tiers = (await findTiers(tx, { ...asked, places: [asked.place] })).get(asked.place)
  const { version, state, clients, points, score, rank, ranked, tier, sizeBand, objectionsTo } = line
  const streak = streakOf(new Map(tiers).set(asked.year, tier), asked.year)
  return { version, state, clients, points: [...points], score, rank, ranked, tier, sizeBand, objectionsTo, streak }
}

/** What the page may offer: each still asks the action, which decides. */
function canOf(
  { actor, today }: ViewContext,
  { isOver, head, own }: { isOver: boolean; head: KeptHead | undefined; own: SeenAssessment['own'] },
): SeenAssessment['can'] {
  const isAssessor = actor.grants.has('assessment.do')
  const isOthers = head?.drawnBy !== actor.accountId
  return {
    draw: isAssessor && isOver,
    publish: isAssessor && head?.state === 'draft' && isOthers,
    lock: isAssessor && head?.state === 'published' && isOthers && (head.objectionsTo ?? today) < today,
    object: actor.grants.has('closing.confirm') && own?.state === 'published' && (own.objectionsTo ?? today) >= today,
    answer: isAssessor,
  }
}

/** Drafts and their versions are for those who assess. */
const mayKnow =
  ({ actor }: ViewContext) =>
  ({ state }: KeptHead): boolean =>
    actor.grants.has('assessment.do') || state === 'published' || state === 'locked'

const shownHead = ({ rule: _rule, drawnBy: _drawnBy, ...head }: KeptHead): contract.AssessmentHead => head

export const seeAssessment = view(contract.seeAssessment, {
  grant: 'figure.read',
  where: ({ place }) => place,
  async run(context, { place, year, scheme, weights }): Promise<SeenAssessment | undefined> {
    await inOneSnapshot(context.tx)
    const division = await findDivision(context.tx, place)
    if (!division) return undefined
    const period = periodOf(year, context.today)
    const isOver = `${year}-12-31` < context.today
    const about = { place: { code: division.code, name: division.name, tier: division.tier }, year, period, isOver }
    const schemes = schemesFor(SCHEMES, place, year)
    const chosen = schemes.find(({ code }) => code === scheme) ?? schemes[0]
    const shared = { ...about, schemes: schemes.map(shownScheme) }
    if (!chosen)
      return { ...shared, versions: [], rows: [], objections: [], can: canOf(context, { isOver: false, head: undefined, own: undefined }) }
    const asked = { place, scheme: chosen.code, year }
    const heads = (await findHeads(context.tx, asked)).filter(mayKnow(context))
    const head = heads.at(-1)
    const rule = head?.rule ?? chosen
    const own = await ownOf(context, asked)
    return {
      ...shared,
      scheme: shownScheme(rule),
      versions: heads.map(shownHead),
      rows: await rowsOf(context, asked, { head, rule, weights }),
      ...(own ? { own } : {}),
      objections: await findObjections(context.tx, asked),
      can: canOf(context, { isOver, head, own }),
    }
  },
})
