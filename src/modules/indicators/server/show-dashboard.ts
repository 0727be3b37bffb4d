import type { z } from 'zod'
import { NATION } from '../../../kernel/region-code.ts'
import type { ViewContext } from '../../../platform/actions/context.ts'
import type { Division } from '../../network/contract.ts'
import { findDivision, getPath, listChildren } from '../../network/index.ts'
import type { dashboard, Figure } from '../contract.ts'
import { monthsUpTo } from '../domain/compared.ts'
import { perOf, rankPlaces } from './rank-places.ts'
import { readFigure } from './read-figure.ts'

type Asked = z.output<typeof dashboard.input>
type Shown = z.input<typeof dashboard.output>

const TREND_MONTHS = 24

const placeName = ({ code, name, shortName, tier }: Division) => ({ code, name, shortName, tier })

/** One page of a place, every number of it from the same moment; undefined where there is no such place. */
export async function showDashboard({ tx, now }: ViewContext, asked: Asked): Promise<Shown | undefined> {
  const { place, period, strip, focus, minimum } = asked
  const division = await findDivision(tx, place)
  if (!division) return undefined
  const path = place === NATION ? [division] : await getPath(tx, place)
  const children = await listChildren(tx, place, period.to)
  const codes = [...new Set([...strip, focus])]
  const below = children.length === 0 ? [] : await readFigure(tx, { codes, place, period, by: 'children', compare: false })
  const trend = monthsUpTo(period.to, TREND_MONTHS)
  const first = trend[0] ?? period
  return {
    asOfAt: now,
    place: placeName(division),
    path: path.map(placeName),
    period,
    strip: await readFigure(tx, { codes: strip, place, period, by: 'none', compare: true }),
    tiles: tilesOf(children, below),
    trend: await readFigure(tx, { codes: [focus], place, period: { from: first.from, to: period.to }, by: 'month', compare: false }),
    ranking: {
      code: focus,
      per: perOf({ code: focus, place, period, minimum }),
      minimum,
      rows: await rankPlaces(tx, { code: focus, place, period, minimum }),
    },
  }
}

function tilesOf(children: readonly Division[], figures: readonly Figure[]): Shown['tiles'] {
  const named = [...children, { code: 'own', name: '', shortName: '' }]
  const tiles = named.map(({ code, name, shortName }) => ({
    key: code,
    name,
    shortName,
    figures: figures.filter(({ key }) => key === code),
  }))
  return children.length === 0 ? [] : tiles
}
