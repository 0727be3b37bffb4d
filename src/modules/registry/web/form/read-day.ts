import { withoutSpaces } from '../../../../kernel/half-width.ts'
import { PlainDate } from '../../../../kernel/plain-date.ts'

const FORMS = [/^(\d{4})(\d{2})(\d{2})$/, /^(\d{4})[-./年](\d{1,2})[-./月](\d{1,2})日?$/]

/** A day as people type it: 19790105, 1979-1-5, 1979.1.5, 1979年1月5日, full-width too. Nothing where it is no day. */
export function readDay(text: string): PlainDate | undefined {
  const written = withoutSpaces(text)
  for (const form of FORMS) {
    const [, year = '', month = '', day = ''] = form.exec(written) ?? []
    if (year === '') continue
    return PlainDate.safeParse(`${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`).data
  }
  return undefined
}
