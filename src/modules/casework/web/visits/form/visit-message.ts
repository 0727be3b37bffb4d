import type { z } from 'zod'
import { parseFen } from '../../../../../kernel/fen.ts'
import type { VisitFields } from '../../../contract.ts'
import type { VisitDraft } from './visit-draft.ts'

/** Fen of what was typed as yuan; undefined where it is no amount. Nothing typed is nothing given. */
export function fenOf(goodsYuan: string): string | undefined {
  if (goodsYuan.trim() === '') return '0'
  const read = parseFen(goodsYuan)
  return read.ok && read.value >= 0n ? String(read.value) : undefined
}

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
