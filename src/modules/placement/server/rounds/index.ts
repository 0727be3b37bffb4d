import type { Action, View } from '../../../../platform/actions/declare.ts'
import { draftDirective, draftTwoWay } from '../computed/draft-computed.ts'
import { getComputed } from '../computed/get-computed.ts'
import { seeCosts } from '../computed/see-costs.ts'
import { deviate, enterList } from '../computed/steer-desk.ts'
import { giveDoor } from '../employers/give-door.ts'
import { shutDoor } from '../employers/shut-door.ts'
import { handInMyList } from '../mine/hand-in-list.ts'
import { seeMyRounds } from '../mine/my-rounds.ts'
import { takeMyTurn } from '../mine/take-own-turn.ts'
import { commitRound } from './commit-round.ts'
import { confirmPresence } from './confirm-presence.ts'
import { draftRound, handInList } from './draft-round.ts'
import { drawLot } from './draw-lot.ts'
import { getRound } from './get-round.ts'
import { listRounds } from './list-rounds.ts'
import { redraftRound, seeDraft } from './redraft-round.ts'
import { replaceRound } from './replace-round.ts'
import { seeOffer } from './see-offer.ts'
import { steerRound, undoTurn } from './steer-round.ts'
import { takeTurn } from './take-turn.ts'
import { writeSlip } from './write-slip.ts'

export const roundActions: readonly Action[] = [
  draftRound,
  redraftRound,
  handInList,
  commitRound,
  replaceRound,
  drawLot,
  confirmPresence,
  takeTurn,
  steerRound,
  undoTurn,
  writeSlip,
  draftTwoWay,
  draftDirective,
  enterList,
  deviate,
  giveDoor,
  shutDoor,
  handInMyList,
  takeMyTurn,
]

export const roundViews: readonly View[] = [listRounds, getRound, seeOffer, getComputed, seeCosts, seeMyRounds, seeDraft]
