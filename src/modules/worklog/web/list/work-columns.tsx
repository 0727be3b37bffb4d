import { Button } from 'antd'
import { Link } from 'react-router'
import { Tag, type Tone } from '../../../../ui/parts/Tag.tsx'
import type { Column } from '../../../../ui/table/column.ts'
import type { KindOnDesk, WorkRecord } from '../../contract.ts'
import { answersOf, type KindWords } from '../kind-words.ts'
import type { WorkText } from '../messages.ts'
import { recordPath } from '../work-path.ts'

export const STATE_TONES: Readonly<Record<WorkRecord['state'], Tone>> = {
  counts: 'green',
  ended: 'slate',
  corrected: 'plain',
  counterRecord: 'amber',
}

interface ColumnParts {
  text: WorkText
  words: KindWords
  kinds: ReadonlyMap<string, KindOnDesk>
  placeOf: (unitCode: string) => string
  onCorrect: (record: WorkRecord) => void
  onEnd: (record: WorkRecord) => void
}

/** The columns of the list. What was taken back stays, in grey and in words. */
export const workColumns = ({ text, words, kinds, placeOf, onCorrect, onEnd }: ColumnParts): Column<WorkRecord>[] => [
  {
    key: 'kind',
    title: text('work.kind'),
    width: 150,
    card: 'title',
    draw: ({ id, kind, state }) => {
      const found = kinds.get(kind)
      return (
        <Link to={recordPath(id)}>
          <b className={state === 'counts' || state === 'ended' ? undefined : 'work-off'}>{found ? words.nameOf(found) : kind}</b>
        </Link>
      )
    },
  },
  { key: 'on', title: text('work.on'), width: 104, draw: ({ on }) => on },
  { key: 'until', title: text('work.until'), width: 104, draw: ({ until }) => until ?? '' },
  { key: 'unit', title: text('work.unit'), width: 140, draw: ({ unitCode }) => placeOf(unitCode) },
  {
    key: 'what',
    title: text('work.what'),
    width: 420,
    draw: (record) =>
      record.counterReason === null ? (
        <span className="work-answers">
          {record.organisation !== null && <b>{record.organisation.name}</b>}
          {answersOf(record, kinds.get(record.kind), words).map(({ name, answer }) => (
            <span key={name}>
              <small>{name}</small> {answer}
            </span>
          ))}
        </span>
      ) : (
        text('work.because', { reason: record.counterReason })
      ),
  },
  { key: 'who', title: text('work.who'), width: 120, draw: ({ people }) => people.map(({ nameMasked }) => nameMasked).join('、') },
  {
    key: 'state',
    title: text('work.state'),
    width: 92,
    draw: ({ state }) => <Tag tone={STATE_TONES[state]}>{text(`work.state.${state}`)}</Tag>,
  },
  {
    key: 'act',
    title: text('work.act'),
    width: 112,
    draw: (record) => (
      <span className="work-acts">
        {record.can.correct && (
          <Button type="text" className="link-button" onClick={() => onCorrect(record)}>
            {text('work.correct')}
          </Button>
        )}
        {record.can.end && (
          <Button type="text" className="link-button" onClick={() => onEnd(record)}>
            {text('work.end')}
          </Button>
        )}
      </span>
    ),
  },
]
