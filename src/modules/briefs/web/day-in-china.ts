import type { PlainDate } from '../../../kernel/plain-date.ts'

const chinaDay = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Asia/Shanghai' })

/** The legal day in China at an instant; of this device's clock where none is given. */
export const dayInChina = (instant: string | undefined): PlainDate =>
  chinaDay.format(instant === undefined ? new Date() : new Date(instant)) as PlainDate
