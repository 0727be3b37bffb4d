import type { ViewContext } from '../../../../platform/actions/context.ts'
import { view } from '../../../../platform/actions/declare.ts'
import type { ComputedPage } from '../../contract-computed.ts'
import * as contract from '../../contract-computed.ts'
import { findLine } from '../rounds/list-rounds.ts'
import { findRound, isComputed, type RoundRow, whereRoundIs } from '../rounds/round-rows.ts'
import { loadDesk } from './desk-round.ts'
import { deskScene } from './desk-scene.ts'
import { draftScene } from './draft-scene.ts'
import { listDoors } from './employer-rows.ts'
import type { Scene } from './scene.ts'
import { isTooLate, phaseAt, type WindowPhase } from './windows.ts'

function canOf(
  { actor, now }: ViewContext,
  row: RoundRow,
  { scene, phase }: { scene: Scene; phase: WindowPhase | undefined },
): ComputedPage['can'] {
  const runs = actor.grants.has('round.run')
  const isOpen = runs && row.state === 'open'
  const isStill = isOpen && !scene.isComputed
  return {
    commit: runs && row.state === 'draft',
    replace: runs && (row.state === 'committed' || isTooLate(row, now)),
    draw: runs && row.state === 'committed',
    confirm: actor.grants.has('round.supervise') && row.state === 'drawn' && row.present_name === null,
    open: runs && row.state === 'drawn' && row.present_name !== null,
    steer: isStill,
    enterList: isStill && phase === 'lists',
    giveDoor: isStill && (phase === 'lists' || phase === 'rankings'),
    compute: isStill && (phase === undefined || phase === 'over'),
    deviate: isOpen && scene.isComputed && row.way === 'directive',
    close: isOpen && scene.isComputed,
  }
}

export const getComputed = view(contract.getComputed, {
  grant: 'round.read',
  where: whereRoundIs,
  async run(context, { roundId }) {
    const [row, line] = [await findRound(context.tx, roundId), await findLine(context.tx, roundId)]
    if (!row || !line || !isComputed(row)) return undefined
    const { twoWay, directive } = row.settings
    const isOpen = row.state === 'open' || row.state === 'closed'
    const phase = twoWay && phaseAt(twoWay, { isOpen, at: Date.parse(context.now) })
    const scene = row.opening === null ? await draftScene(context, row) : await deskScene(context, await loadDesk(context.tx, row), phase)
    return {
      line,
      draw: { source: row.draw_source, on: row.draw_on, value: row.drawn_value },
      commitment: row.commitment,
      seal: row.seal,
      replacedWhy: row.replaced_why,
      present: row.present_name,
      twoWay: twoWay && phase ? { ...twoWay, phase } : null,
      directive: directive ?? null,
      doors: twoWay ? await listDoors(context.tx, row) : [],
      ...scene,
      can: canOf(context, row, { scene, phase }),
    }
  },
})
