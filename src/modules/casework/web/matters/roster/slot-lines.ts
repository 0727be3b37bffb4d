export interface TypedSlot {
  readonly from: string
  readonly until: string
  readonly lawyer: string
  /** How many are seen; nobody counts where it is left out. */
  readonly places?: number | undefined
}

const LINE = /^(\d{1,2}):(\d{2})\s*[-–—~至]\s*(\d{1,2}):(\d{2})\s+(\S.*?)(?:\s+([1-9]\d?)\s*(?:人|个|名|places?))?$/

const two = (digits: string | undefined): string => (digits ?? '').padStart(2, '0')

/**
 * Who sits when and how many are seen, as it is typed: `9:00-11:30 钱立 5人`, one a line, also with Chinese colons and dashes. The number of the first
 * line that cannot be read, from 1, where there is one.
 */
export function slotsOfLines(typed: string): { slots: readonly TypedSlot[] } | { wrongLine: number } {
  const lines = typed.split('\n').map((line) => line.trim().replaceAll('：', ':').replaceAll('－', '-'))
  const slots: TypedSlot[] = []
  for (const [at, line] of lines.entries()) {
    if (line === '') continue
    const [, fromHour, fromMinute, untilHour, untilMinute, lawyer, places] = LINE.exec(line) ?? []
    if (!lawyer) return { wrongLine: at + 1 }
    const times = { from: `${two(fromHour)}:${two(fromMinute)}`, until: `${two(untilHour)}:${two(untilMinute)}` }
    slots.push({ ...times, lawyer: lawyer.trim(), ...(places === undefined ? {} : { places: Number(places) }) })
  }
  return { slots }
}

/** The same slots as lines, to be changed. */
export const linesOfSlots = (slots: readonly TypedSlot[]): string =>
  slots.map(({ from, until, lawyer, places }) => `${from}-${until} ${lawyer}${places === undefined ? '' : ` ${places}人`}`).join('\n')
