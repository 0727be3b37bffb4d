import { type RegionCode, rangeOf, regionOf } from '../../../kernel/region-code.ts'
import { countAccountsAt } from '../../../platform/access/index.ts'
import type { ViewContext } from '../../../platform/actions/context.ts'
import { view } from '../../../platform/actions/declare.ts'
import * as contract from '../contract.ts'
import { tierWords } from '../domain/tier-words.ts'
import { nextStatuses } from '../domain/unit-rules.ts'
import { listAccreditations, seeAccreditation, seeWave, spreadAccreditations } from './accreditation/accreditation-views.ts'
import { findCoverage, listCoverageGaps } from './coverage-queries.ts'
import { findDivision, getPath, listChildren, listNames, listSuccessors } from './division-queries.ts'
import { drawingOf } from './drawing-of.ts'
import { findDivisions } from './find-divisions.ts'
import { seeLoads, seeOrphans } from './hand-over/hand-over.ts'
import { findUnit, listStaff, listStaffOf, listUnits, listUnitsAt } from './unit-queries.ts'

/** Divisions are public: whoever may read them reads all of them, from where they are. */
const anywhere = { grant: 'division.read', where: (_: unknown, { actor }: ViewContext) => actor.unitCode } as const

const atPlace = { grant: 'division.read', where: ({ place }: { readonly place: RegionCode }) => place } as const

async function seeChildren({ tx, today }: ViewContext, code: RegionCode) {
  const place = await findDivision(tx, code)
  if (!place) return undefined
  return { place, rows: await listChildren(tx, code, today), words: tierWords(code), drawing: drawingOf(place) }
}

async function seeUnit({ tx, today, actor }: ViewContext, unitCode: contract.ServiceUnit['unitCode']) {
  const unit = await findUnit(tx, unitCode)
  if (!unit) return undefined
  const path = await getPath(tx, regionOf(unitCode))
  const hasEnded = (path.at(-1)?.validTo ?? 'infinity') <= today
  const successors = hasEnded ? (await listSuccessors(tx, regionOf(unitCode), today)).map(({ code }) => code) : []
  const became = hasEnded ? await listNames(tx, successors) : undefined
  const staff = await listStaffOf(tx, unitCode, today)
  const neighbours = (await listUnitsAt(tx, unitCode)).filter((other) => other.unitCode !== unitCode)
  const change = actor.grants.has('unit.write')
  const accounts = change ? await countAccountsAt(tx, unitCode) : null
  return { unit, path, became, staff, neighbours, accounts, can: { change, become: change ? [...nextStatuses(unit.status)] : [] } }
}

async function seeCodes({ tx }: ViewContext) {
  const { rows } = await tx.query<{ list: 'duty' | 'amenity'; code: string; nameZh: string; nameEn: string }>(
    'select list, code, name_zh as "nameZh", name_en as "nameEn" from network.codes order by list, sort_order',
  )
  return { rows }
}

export const views = [
  view(contract.findDivisions, {
    ...anywhere,
    run: async ({ tx, actor, today }, input) => ({ rows: await findDivisions(tx, { ...input, within: actor.scope, on: today }) }),
  }),
  view(contract.children, { ...anywhere, run: (context, { place }) => seeChildren(context, place) }),
  view(contract.path, {
    ...anywhere,
    run: async ({ tx }, { code }) => {
      const rows = await getPath(tx, code)
      return rows.length === 0 ? undefined : { rows }
    },
  }),
  view(contract.names, { ...anywhere, run: async ({ tx }, { codes }) => ({ rows: await listNames(tx, codes) }) }),
  view(contract.codes, { ...anywhere, run: seeCodes }),
  view(contract.unit, {
    grant: 'division.read',
    where: ({ unitCode }) => unitCode,
    run: (context, { unitCode }) => seeUnit(context, unitCode),
  }),
  view(contract.units, { ...atPlace, run: ({ tx, today }, input) => listUnits(tx, { ...input, on: today }) }),
  view(contract.coverageGaps, { ...atPlace, run: ({ tx, today }, input) => listCoverageGaps(tx, { ...input, on: input.on ?? today }) }),
  view(contract.coverage, {
    ...atPlace,
    run: async ({ tx, today, actor }, input) => ({
      ...(await findCoverage(tx, { ...input, on: input.on ?? today })),
      can: { openUnit: actor.grants.has('unit.write') },
    }),
  }),
  view(contract.staff, {
    grant: 'division.read',
    where: ({ place }) => place,
    run: ({ tx, today }, input) => listStaff(tx, { ...input, within: rangeOf(input.place), on: today }),
  }),
  seeLoads,
  seeOrphans,
  listAccreditations,
  seeAccreditation,
  spreadAccreditations,
  seeWave,
]
