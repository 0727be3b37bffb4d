import { uuidv7 } from 'uuidv7'
import type { PlainDate } from '../../../../../kernel/plain-date.ts'
import { bureauOf } from '../../../../../kernel/region-code.ts'
import type { WritingContext } from '../../../../../platform/actions/context.ts'
import { dayInWords } from '../../../domain/matters/letters.ts'
import { holderOf, type MatterState, outcomeOf, type Rules } from '../../../domain/matters/matter-state.ts'
import type { Step, Words } from '../../../domain/matters/matter-type.ts'
import { isRunning } from '../../../domain/matters/running-clock.ts'
import type { KeptMatter } from '../keep-matter.ts'

/** What an applicant is told of a step, and until when somebody acts next. */
export interface NoticeWords {
  readonly words: Words
  readonly dueOn: PlainDate | null
}

/**
 * The sentence for a step: the kind of matter, what was done, what comes next and until when. Nothing of the file and
 * nothing that was answered: it is read on a telephone that may lie on a table. Undefined where the step tells nothing; what
 * a day brings about is always told.
 */
export function noticeOf(rules: Rules, after: MatterState, step: Step): NoticeWords | undefined {
  const told = step.tells ?? (step.by.includes('clock') ? step.name : undefined)
  if (!told) return undefined
  const dueOn = nextDay(rules, after)
  const next = nextOf(rules, after, dueOn)
  const { zh, en } = rules.type.name
  return { words: { zh: `${zh}：${told.zh}。${next.zh}`, en: `${en}: ${told.en}. ${next.en}`.trim() }, dueOn }
}

/** The nearest day that matters to the applicant: of the office’s deadline, or of the window in which they may ask. */
function nextDay(rules: Rules, after: MatterState): PlainDate | null {
  const isApplicants = holderOf(rules, after) === 'applicant'
  const days = after.clocks
    .filter((clock) => isRunning(clock) && clock.pausedOn === undefined && (isApplicants || !rules.type.clocks[clock.code]?.isWindow))
    .map(({ dueOn }) => dueOn)
  return days.toSorted()[0] ?? null
}

function nextOf(rules: Rules, after: MatterState, dueOn: PlainDate | null): Words {
  if (outcomeOf(rules, after) !== undefined) return { zh: '', en: '' }
  const state = rules.type.states[after.state]?.name ?? { zh: after.state, en: after.state }
  if (holderOf(rules, after) === 'applicant')
    return dueOn === null
      ? { zh: '接下来请您办理。', en: 'The next step is yours.' }
      : { zh: `接下来请您办理，期限到${dayInWords(dueOn)}。`, en: `The next step is yours, until ${dueOn}.` }
  return dueOn === null
    ? { zh: `现在：${state.zh}。`, en: `Now: ${state.en}.` }
    : { zh: `现在：${state.zh}，期限到${dayInWords(dueOn)}。`, en: `Now: ${state.en}, until ${dueOn}.` }
}

/** Writes the notice of a step in the step's own transaction: told if and only if it was taken. A matter of nobody tells nobody. */
export async function tellApplicant({ tx, now }: WritingContext, kept: KeptMatter, step: Step): Promise<void> {
  const { id, unitCode, personId, rules, state } = kept
  const notice = personId === null ? undefined : noticeOf(rules, state, step)
  if (!notice) return
  await tx.query(
    `insert into casework.notices (bureau_code, id, unit_code, person_id, matter_id, step, words_zh, words_en, due_on, created_at)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)`,
    [bureauOf(unitCode), uuidv7(), unitCode, personId, id, state.steps, notice.words.zh, notice.words.en, notice.dueOn, now],
  )
}
