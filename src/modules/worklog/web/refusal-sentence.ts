import type { z } from 'zod'
import type { Values } from '../../../ui/text/use-text.ts'
import type { attachEvidence, bringWork, correctWork, defineKind, endWork, RecordWorkRefusal, recordWork, retireKind } from '../contract.ts'
import type { WorkText } from './messages.ts'

export type Refusal =
  | RecordWorkRefusal
  | z.output<typeof recordWork.refusal>
  | z.output<typeof attachEvidence.refusal>
  | z.output<typeof correctWork.refusal>
  | z.output<typeof endWork.refusal>
  | z.output<typeof bringWork.refusal>
  | z.output<typeof defineKind.refusal>
  | z.output<typeof retireKind.refusal>

type RefusedText = WorkText

const TIERS: Readonly<Record<string, readonly [string, string]>> = {
  nation: ['国家', 'nation'],
  province: ['省', 'province'],
  city: ['市', 'city'],
  county: ['区县', 'county'],
  township: ['乡镇（街道）', 'township'],
  village: ['村（社区）', 'village'],
}

function valuesOf(refusal: Refusal, language: 'zh-CN' | 'en'): Values {
  const at = language === 'en' ? 1 : 0
  switch (refusal.code) {
    case 'not-at-this-tier':
      return { tiers: refusal.tiers.map((tier) => TIERS[tier]?.[at] ?? tier).join(language === 'en' ? ', ' : '、') }
    case 'in-the-future':
      return { today: refusal.today }
    case 'person-not-found':
      return { count: refusal.personIds.length }
    case 'too-much-evidence':
      return { most: refusal.most }
    case 'already-ended':
      return { endedOn: refusal.endedOn }
    default:
      return {}
  }
}

/** Why it was not done, in one sentence: what, where, what to do. A sheet that cannot be read brings its own. */
export const refusalSentence = (refusal: Refusal, text: RefusedText, language: 'zh-CN' | 'en'): string =>
  refusal.code === 'unreadable' ? refusal.sentence : text(`work.refused.${refusal.code}`, valuesOf(refusal, language))
