import type { z } from 'zod'
import { plainFen } from '../../../../../kernel/fen.ts'
import type { Visit, VisitFields } from '../../../contract.ts'
import { fenOfYuan } from '../../fen-of-yuan.ts'
import type { VisitDraft } from './visit-draft.ts'

/** What the goods are worth, in fen; undefined where it is no amount. Nothing typed is nothing given. */
export const fenOf = (goodsYuan: string): string | undefined => (goodsYuan.trim() === '' ? '0' : fenOfYuan(goodsYuan))

/** The message of `visit.record`; undefined while somebody or something is missing. */
export function messageOf(draft: Omit<VisitDraft, 'key'>): z.input<typeof VisitFields> | undefined {
  const unitCode = draft.people[0]?.unitCode
  const goodsValueFen = fenOf(draft.goodsYuan)
  if (unitCode === undefined || goodsValueFen === undefined) return undefined
  const [goods, note] = [draft.goods.trim(), draft.note.trim()]
  return {
    personIds: draft.people.map(({ id }) => id),
    unitCode,
    doneOn: draft.doneOn,
    reason: draft.reason,
    way: draft.way,
    deliveries: draft.deliveries,
    goodsValueFen,
    photoIds: draft.photoIds,
    ...(goods === '' ? {} : { goods }),
    ...(note === '' ? {} : { note }),
  }
}

interface Written extends Pick<Visit, 'doneOn' | 'way' | 'reason' | 'deliveries' | 'goodsValueFen' | 'photoIds'> {
  note?: string | null | undefined
  goods?: string | null | undefined
}

/** A visit that was written, as its form shows it again; its people are named by whoever opens it. */
export const typedAgain = ({ doneOn, way, reason, deliveries, goodsValueFen, photoIds, note, goods }: Written) => ({
  doneOn,
  way,
  reason,
  deliveries,
  photoIds,
  note: note ?? '',
  goods: goods ?? '',
  goodsYuan: goodsValueFen === '0' ? '' : plainFen(BigInt(goodsValueFen)),
})
