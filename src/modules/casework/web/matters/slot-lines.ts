export interface TypedSlot {
  readonly from: string
  readonly until: string
  readonly lawyer: string
}

const LINE = /^(\d{1,2}):(\d{2})\s*[-–—~至]\s*(\d{1,2}):(\d{2})\s+(\S.*)$/

const two = (digits: string | undefined): string => (digits ?? '').padStart(2, '0')

/**
 * Who sits when, as it is typed: `9:00-11:30 钱立`, one a line, also with Chinese colons and dashes. The number of the first
 * line that cannot be read, from 1, where there is one.
 */
export function slotsOfLines(typed: string): { slots: readonly TypedSlot[] } | { wrongLine: number } {
  const lines = typed.split('\n').map((line) => line.trim().replaceAll('：', ':').replaceAll('－', '-'))
  const slots: TypedSlot[] = []
  for (const [at, line] of lines.entries()) {
    if (line === '') continue
    const [, fromHour, fromMinute, untilHour, untilMinute, lawyer] = LINE.exec(line) ?? []
    if (!lawyer) return { wrongLine: at + 1 }
    slots.push({ from: `${two(fromHour)}:${two(fromMinute)}`, until: `${two(untilHour)}:${two(untilMinute)}`, lawyer: lawyer.trim() })
  }
  return { slots }
}

/** The same slots as lines, to be changed. */
export const linesOfSlots = (slots: readonly TypedSlot[]): string =>
  slots.map(({ from, until, lawyer }) => `${from}-${until} ${lawyer}`).join('\n')
