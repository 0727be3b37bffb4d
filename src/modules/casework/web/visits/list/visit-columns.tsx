import { Button } from 'antd'
import { Tag, type Tone } from '../../../../../ui/parts/Tag.tsx'
import type { Column } from '../../../../../ui/table/column.ts'
import { yuan } from '../../../../../ui/text/format.ts'
import type { Text } from '../../../../../ui/text/use-text.ts'
import type { Visit } from '../../../contract.ts'
import type { VisitWords } from '../visit-words.ts'
import type { listMessages } from './messages-list.ts'

const tones: Readonly<Record<Visit['state'], Tone>> = { counts: 'green', corrected: 'plain', counterRecord: 'amber' }

interface ColumnParts {
  text: Text<(typeof listMessages)['keys'][number]>
  words: VisitWords
  onCorrect: (visit: Visit) => void
}

/** The columns of the list of visits. What was taken back stays in the list, in grey and in words. */
export const visitColumns = ({ text, words, onCorrect }: ColumnParts): Column<Visit>[] => [
  {
    key: 'people',
    title: text('casework.visits.people'),
    width: 150,
    card: 'title',
    draw: (visit) => (
      <b className={visit.state === 'counts' ? undefined : 'visit-off'}>{visit.people.map(({ nameMasked }) => nameMasked).join('、')}</b>
    ),
  },
  { key: 'on', title: text('casework.visits.on'), width: 104, draw: ({ doneOn }) => doneOn },
  { key: 'reason', title: text('casework.visits.reason'), width: 120, draw: ({ reason }) => words.reason(reason) },
  { key: 'way', title: text('casework.visits.way'), width: 64, draw: ({ way }) => words.way(way) },
  {
    key: 'gave',
    title: text('casework.visits.gave'),
    width: 150,
    draw: ({ deliveries }) => deliveries.map((code) => words.delivery(code)).join('、'),
  },
  {
    key: 'goods',
    title: text('casework.visits.goods'),
    width: 150,
    draw: (visit) =>
      visit.goods || visit.goodsValueFen !== '0'
        ? text('casework.visits.worth', { goods: visit.goods ?? '', value: yuan(BigInt(visit.goodsValueFen)) })
        : '',
  },
  {
    key: 'note',
    title: text('casework.visits.note'),
    width: 260,
    draw: (visit) => (
      <>
        {(visit.counterReason ?? visit.note) && (
          <span className="visit-note">
            {visit.counterReason === null ? visit.note : text('casework.visits.because', { reason: visit.counterReason })}
          </span>
        )}
        {visit.photoIds.length > 0 && (
          <span className="photo-row">
            {visit.photoIds.map((id, at) => (
              <a key={id} href={`/api/photos/${id}`} target="_blank" rel="noreferrer">
                <img src={`/api/photos/${id}`} alt={text('casework.visits.photo', { number: at + 1 })} loading="lazy" />
              </a>
            ))}
          </span>
        )}
      </>
    ),
  },
  {
    key: 'state',
    title: text('casework.visits.state'),
    width: 96,
    draw: ({ state }) => <Tag tone={tones[state]}>{text(`casework.visits.state.${state}`)}</Tag>,
  },
  {
    key: 'act',
    title: text('casework.visits.act'),
    width: 72,
    draw: (visit) =>
      visit.can.correct && (
        <Button type="text" className="link-button" onClick={() => onCorrect(visit)}>
          {text('casework.correct.open')}
        </Button>
      ),
  },
]
