import type { MatterLine } from '../../contract.ts'
import type { MatterText } from './messages.ts'

/** 还有 6 天 · 今天到期 · 逾期 2 天. Red says overdue, and so does the word. */
export function DueWords({ due, text }: { due: MatterLine['due']; text: MatterText }) {
  if (!due) return <span className="faint">{text('matters.noDue')}</span>
  if (due.daysLeft < 0) return <b className="red">{text('matters.over', { count: -due.daysLeft })}</b>
  const word = due.daysLeft === 0 ? text('matters.dueToday') : text('matters.left', { count: due.daysLeft })
  return <span className={due.daysLeft <= 3 ? 'amber' : 'soft'}>{word}</span>
}

/** The article behind a deadline; a local norm is said to be one. */
export const articleWords = (article: string, text: MatterText): string => (article === 'setting' ? text('matters.setting') : article)
