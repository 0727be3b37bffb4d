import { Alarm } from '../../../../ui/parts/Alarm.tsx'
import { type Text, useText } from '../../../../ui/text/use-text.ts'
import type { RoundRefusal } from '../../contract.ts'
import { openRoundMessages } from '../open/messages-open.ts'
import type { OpenText } from '../open/words-of-board.ts'
import { faultKey } from './messages-faults.ts'
import { roundMessages } from './messages-rounds.ts'

export type RoundText = Text<(typeof roundMessages)['keys'][number]>

/** Why something cannot be done with a round, and what to do. */
export function refusalSentence(refusal: RoundRefusal, text: RoundText, open: OpenText): string {
  switch (refusal.code) {
    case 'wrong-state':
      return text('placement.refusal.wrong-state', { state: open(`placement.state.${refusal.state}`) })
    case 'posts-not-offered':
    case 'objections-open':
    case 'not-reserved':
      return text(`placement.refusal.${refusal.code}`, { count: refusal.count })
    case 'score-not-confirmed':
      return text('placement.refusal.score-not-confirmed', { numbers: refusal.numbers.join('、') })
    case 'opening-wrong':
      return text('placement.refusal.opening-wrong', { fault: text(faultKey(refusal.fault)) })
    case 'draw-too-early':
      return text('placement.refusal.draw-too-early', { day: refusal.on })
    case 'changed-since':
      return text(`placement.refusal.changed-since.${refusal.what}`)
    case 'turn-has-passed':
      return refusal.turn === null
        ? text('placement.refusal.turn-has-passed.none')
        : text('placement.refusal.turn-has-passed', { turn: refusal.turn })
    case 'clock-running':
      return text('placement.refusal.clock-running', { seconds: refusal.seconds })
    case 'window-over':
      return text(`placement.refusal.window-over.${refusal.what}`, { day: refusal.on })
    case 'opened-too-late':
      return text('placement.refusal.opened-too-late', { day: refusal.on })
    case 'window-open':
      return text(`placement.refusal.window-open.${refusal.what}`, { day: refusal.until })
    case 'draft-changed':
      return text('placement.refusal.draft-changed', { version: refusal.version })
    case 'list-too-long':
      return text('placement.refusal.list-too-long', { most: refusal.most })
    case 'post-not-open':
      return text('placement.refusal.post-not-open', { post: refusal.post })
    case 'turns-left':
      return text('placement.refusal.turns-left', { people: refusal.people })
    default:
      return text(`placement.refusal.${refusal.code}`)
  }
}

export function RoundRefused({ refusal }: { refusal: RoundRefusal }) {
  const [text, open] = [useText(roundMessages), useText(openRoundMessages)]
  return <Alarm title={refusalSentence(refusal, text, open)} />
}
