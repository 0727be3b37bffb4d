import { bureauOf, type UnitCode } from '../../../kernel/region-code.ts'
import { ok, refuse } from '../../../kernel/result.ts'
import type { ActionContext } from '../../../platform/actions/context.ts'
import { action } from '../../../platform/actions/declare.ts'
import * as contract from '../contract.ts'
import type { BoundFigure, BriefText } from '../contract-words.ts'
import { keysIn, plainText } from '../domain/plain-text.ts'
import { findEditFault, settleEdit } from '../domain/read-edit.ts'
import { answerBindings } from './answer-bindings.ts'
import { type BriefRow, holdBrief, whereBriefIs } from './brief-rows.ts'
import { knownIndicators } from './read-answers.ts'

interface Kept {
  readonly text: BriefText
  readonly figures: readonly BoundFigure[]
  readonly knownOn: string
  readonly figuresAt: string
}

/** Keeps the next version of a draft; whoever does it has a hand in it from then on. */
async function keep(
  { tx, actor, now, unitCode }: ActionContext,
  brief: BriefRow,
  { text, figures, knownOn, figuresAt }: Kept,
): Promise<number> {
  const version = brief.version + 1
  const hands = [...new Set([...brief.hands, actor.accountId])]
  await tx.query(
    `update briefs.briefs set version = $3, title = $4, content = $5, figures = $6, known_on = $7, figures_at = $8, changed_at = $9, hands = $10
      where bureau_code = $1 and id = $2`,
    [
      bureauOf(unitCode),
      brief.id,
      version,
      plainText(text.title, figures),
      JSON.stringify(text),
      JSON.stringify(figures),
      knownOn,
      figuresAt,
      now,
      hands,
    ],
  )
  return version
}

/** A draft in the version that the caller has seen, held; or why it cannot be changed. */
export async function holdDraft({ tx, unitCode }: { tx: ActionContext['tx']; unitCode: UnitCode }, asked: { id: string; version: number }) {
  const brief = await holdBrief(tx, { id: asked.id, unitCode })
  if (brief.state !== 'draft') return refuse({ code: 'not-a-draft' as const, state: brief.state })
  if (brief.version !== asked.version) return refuse({ code: 'changed-meanwhile' as const })
  return ok(brief)
}

/** The day of a brief's figures, where it has passed: undefined asks for what is known now. */
const pastDay = (knownOn: BriefRow['knownOn'], today: BriefRow['knownOn']) => (knownOn < today ? knownOn : undefined)

export const editBrief = action(contract.editBrief, {
  grant: 'brief.write',
  where: whereBriefIs,
  refusals: {
    'not-a-draft': 409,
    'changed-meanwhile': 409,
    'number-without-source': 422,
    'unknown-figure': 422,
    'no-such-indicator': 422,
  },
  async run(context, { id, version, title, blocks }) {
    const held = await holdDraft(context, { id, version })
    if (!held.ok) return held
    const brief = held.value
    const known = knownIndicators(brief.period.to)
    const keys = new Set(brief.figures.map(({ key }) => key))
    const fault = findEditFault({ title, blocks }, { keys, isIndicator: (code) => known.has(code) })
    if (fault) return refuse(fault)
    let last = Math.max(0, ...brief.figures.map(({ key }) => Number(key.slice(1))))
    const asked: Parameters<typeof answerBindings>[1][number][] = []
    const text = settleEdit({ title, blocks }, ({ kind: _, ...binding }) => {
      last += 1
      asked.push({ ...binding, key: `f${last}`, place: brief.place, period: brief.period })
      return `f${last}`
    }) as BriefText
    const added = await answerBindings(context.tx, asked, { asOf: pastDay(brief.knownOn, context.today), scope: context.actor.scope })
    const standing = keysIn([text.title, ...text.blocks.map(({ inlines }) => inlines)])
    const figures = [...brief.figures, ...added].filter(({ key }) => standing.has(key))
    const kept = await keep(context, brief, { text, figures, knownOn: brief.knownOn, figuresAt: brief.figuresAt })
    context.note({ brief: id, version: kept, figures: figures.length })
    return ok({ id, version: kept })
  },
})

export const refreshBrief = action(contract.refreshBrief, {
  grant: 'brief.write',
  where: whereBriefIs,
  refusals: { 'not-a-draft': 409, 'changed-meanwhile': 409, 'day-to-come': 422 },
  async run(context, { id, version, asOf }) {
    if (asOf !== undefined && asOf > context.today) return refuse({ code: 'day-to-come', on: asOf })
    const held = await holdDraft(context, { id, version })
    if (!held.ok) return held
    const { text, figures: before } = held.value
    const knownOn = asOf ?? context.today
    const figures = await answerBindings(context.tx, before, { asOf: pastDay(knownOn, context.today), scope: context.actor.scope })
    const kept = await keep(context, held.value, { text, figures, knownOn, figuresAt: context.now })
    context.note({ brief: id, version: kept, knownOn })
    return ok({ id, version: kept })
  },
})
