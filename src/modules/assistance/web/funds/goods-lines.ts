import type { Good } from '../../contract.ts'
import { fenOf } from '../yuan-field.ts'

function readLine(line: string): Good | undefined {
  const parts = line.split(/[,，\t]/).map((part) => part.trim())
  const [name = '', count = '', value = ''] = parts
  const valueFen = fenOf(value)
  const isRead = parts.length === 3 && name !== '' && /^[1-9]\d{0,5}$/.test(count)
  return isRead && valueFen !== undefined ? { name, count: Number(count), valueFen } : undefined
}

/** `轮椅，3，2400` a line → goods; undefined where a line cannot be read, so that nothing is left out in silence. */
export function readGoods(typed: string): Good[] | undefined {
  const lines = typed.split('\n').filter((line) => line.trim() !== '')
  const goods = lines.flatMap((line) => readLine(line) ?? [])
  return goods.length === lines.length && goods.length > 0 ? goods : undefined
}

/** The number of the first line that cannot be read, as whoever types counts them; undefined where every line can. */
export function unreadLine(typed: string): number | undefined {
  const at = typed.split('\n').findIndex((line) => line.trim() !== '' && !readLine(line))
  return at < 0 ? undefined : at + 1
}
