import { rangeOf } from '../../../kernel/region-code.ts'
import type { ViewContext } from '../../../platform/actions/context.ts'
import { type View, view } from '../../../platform/actions/declare.ts'
import { findDivision } from '../../network/index.ts'
import type { Brief, BriefEntry } from '../contract.ts'
import * as contract from '../contract.ts'
import { type BriefRow, findBrief, listBriefRows, whereBriefIs } from './brief-rows.ts'
import { findOpen } from './find-open.ts'
import { listSchedules } from './list-schedules.ts'
import { knownIndicators } from './read-answers.ts'
import { findTemplate, listedTemplates } from './templates.ts'
import { wordOf } from './word-of.ts'

const listTemplates = view(contract.listTemplates, {
  grant: 'brief.read',
  where: (_input, { actor }) => actor.unitCode,
  async run({ today }) {
    const known = knownIndicators(today)
    return {
      rows: listedTemplates().map(({ code, zh, en, genre, rhythm, codes }) => ({
        code,
        zh,
        en,
        genre,
        rhythm,
        figures: codes.length,
        missing: codes.filter((one) => !known.has(one)),
      })),
    }
  },
})

const entryOf = (brief: BriefRow, placeName: string): BriefEntry => ({
  id: brief.id,
  place: brief.place,
  placeName,
  template: brief.template,
  title: brief.title,
  period: brief.period,
  knownOn: brief.knownOn,
  state: brief.state,
  changedAt: brief.changedAt,
  figureCount: brief.figures.length,
  isUnlocked: brief.isUnlocked,
})

/** The instant and the id after which a page begins; undefined where nobody can read it. */
function placeInList(cursor: string | undefined): readonly [string, string] | undefined {
  const [at, id] = cursor?.split('~') ?? []
  return at !== undefined && id !== undefined && !Number.isNaN(Date.parse(at)) && /^[0-9a-f-]{36}$/.test(id) ? [at, id] : undefined
}

const listBriefs = view(contract.listBriefs, {
  grant: 'brief.read',
  where: ({ place }) => place,
  async run({ tx, actor }, { place, state, cursor, limit }) {
    const found = await listBriefRows(tx, { ...rangeOf(place), state, before: placeInList(cursor), limit: limit + 1 })
    const shown = found.slice(0, limit)
    const names = new Map<string, string>()
    for (const code of new Set(shown.map((brief) => brief.place))) names.set(code, (await findDivision(tx, code))?.name ?? '')
    const last = shown.at(-1)
    return {
      rows: shown.map((brief) => entryOf(brief, names.get(brief.place) ?? '')),
      canWrite: actor.grants.has('brief.write'),
      ...(found.length > limit && last ? { next: `${last.changedAt}~${last.id}` } : {}),
    }
  },
})

/** What the reader may do with a brief as it stands. */
function canOf({ state, hands }: BriefRow, { actor }: ViewContext): Brief['can'] {
  const mayWrite = actor.grants.has('brief.write')
  const mayReview = actor.grants.has('brief.review')
  const hasHand = hands.includes(actor.accountId)
  return {
    edit: mayWrite && state === 'draft',
    review: mayReview && !hasHand && state === 'draft',
    sendBack: mayReview && state === 'reviewed',
    sign: mayReview && !hasHand && state === 'reviewed',
    archive: mayWrite && state === 'signed',
  }
}

const getBrief = view(contract.getBrief, {
  grant: 'brief.read',
  where: whereBriefIs,
  async run(context, { id }) {
    const brief = await findBrief(context.tx, id)
    if (!brief) return undefined
    const division = await findDivision(context.tx, brief.place)
    const template = findTemplate(brief.template)
    const { unlocked, months } = await findOpen(context.tx, brief)
    return {
      ...entryOf(brief, division?.name ?? ''),
      version: brief.version,
      genre: template?.genre ?? null,
      figuresAt: brief.figuresAt,
      text: brief.text,
      figures: [...brief.figures],
      unlockedCount: unlocked.length,
      openMonths: months,
      needsLocked: template?.needsLocked === true,
      returnedWhy: brief.returnedWhy,
      can: canOf(brief, context),
    }
  },
})

const writeWord = view(contract.writeWord, {
  grant: 'brief.read',
  where: whereBriefIs,
  async run({ tx }, { id, origin }) {
    const brief = await findBrief(tx, id)
    const division = brief && (await findDivision(tx, brief.place))
    if (!brief || !division) return undefined
    const bytes = wordOf(brief, { origin: new URL(origin).origin, place: division })
    return { name: `${brief.title}.docx`, content: bytes.toString('base64') }
  },
})

export const views: readonly View[] = [listTemplates, listBriefs, getBrief, writeWord, listSchedules]
