import { Button } from 'antd'
import { useState } from 'react'
import { Link } from 'react-router'
import type { z } from 'zod'
import { saveWord } from '../../../../ui/api/save-word.ts'
import { useAction } from '../../../../ui/api/use-action.ts'
import { Refused } from '../../../../ui/parts/Refused.tsx'
import { Tag, type Tone } from '../../../../ui/parts/Tag.tsx'
import { Wide } from '../../../../ui/table/WideTable.tsx'
import { useText } from '../../../../ui/text/use-text.ts'
import { type LetterLine, type listLetters, writeIntroLetter, writeReminder } from '../../contract.ts'
import { usePlacementWords } from '../use-words.ts'
import { FollowUpDrawer } from './FollowUpDrawer.tsx'
import { afterMessages } from './messages-after.ts'
import { NoStartDrawer } from './NoStartDrawer.tsx'
import { StartDrawer } from './StartDrawer.tsx'
import { useAfterRefusal } from './use-after-refusal.ts'

type Can = z.output<typeof listLetters.output>['can']
type Act = 'start' | 'notStarted' | 'followUp'

const COLUMNS = ['name', 'number', 'employer', 'post', 'issuedOn', 'startBy', 'state', 'acts'] as const

/** Letters with what may be done about each. */
export function LetterTable({ letters, can }: { letters: readonly LetterLine[]; can: Can }) {
  const text = useText(afterMessages)
  const [acting, setActing] = useState<{ act: Act; line: LetterLine }>()
  const close = () => setActing(undefined)
  return (
    <Wide label={text('after.list')}>
      <table className="plain-table letters">
        <thead>
          <tr>
            {COLUMNS.map((key) => (
              <th key={key} scope="col">
                {text(`after.${key}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {letters.map((line) => (
            <Row key={line.candidateId} line={line} can={can} onAct={(act) => setActing({ act, line })} />
          ))}
        </tbody>
      </table>
      {acting?.act === 'start' && <StartDrawer line={acting.line} onClose={close} />}
      {acting?.act === 'notStarted' && <NoStartDrawer line={acting.line} onClose={close} />}
      {acting?.act === 'followUp' && <FollowUpDrawer line={acting.line} onClose={close} />}
    </Wide>
  )
}

function Row({ line, can, onAct }: { line: LetterLine; can: Can; onAct: (act: Act) => void }) {
  const text = useText(afterMessages)
  return (
    <tr>
      <th scope="row">
        <Link to={`/desk/placement/candidates/${line.candidateId}`}>{line.name}</Link>
      </th>
      <td className="number">{line.number}</td>
      <td>{line.employer}</td>
      <td>
        {line.post} {line.wish !== null && <Tag tone="slate">{text('after.wish', { wish: line.wish })}</Tag>}
      </td>
      <td className="number">{line.issuedOn}</td>
      <td className="number">{line.startBy}</td>
      <td className="standing">
        <Standing line={line} />
      </td>
      <td className="number">
        <Acts line={line} can={can} onAct={onAct} />
      </td>
    </tr>
  )
}

const TONES: Partial<Record<LetterLine['state'], Tone>> = { letterIssued: 'amber', onDuty: 'green', followedUp: 'green' }

function Standing({ line }: { line: LetterLine }) {
  const text = useText(afterMessages)
  const words = usePlacementWords()
  const { state, daysOverdue, startedOn, cause, owedMonths, followUpFrom, followedOn } = line
  return (
    <>
      <Tag tone={TONES[state] ?? 'plain'}>{words.text(`placement.state.${state}`)}</Tag>{' '}
      {daysOverdue > 0 && <Tag tone="red">{text('after.late', { days: daysOverdue })}</Tag>} {cause && text(`after.cause.${cause}`)}
      {startedOn !== null && text('after.startedOn', { day: startedOn })}
      {owedMonths.length > 0 && (
        <span className="field-hint">{text('after.owedMonths', { count: owedMonths.length, months: owedMonths.join('、') })}</span>
      )}
      {followedOn === null && followUpFrom !== null && (
        <span className="field-hint">{text('after.followFrom', { day: followUpFrom })}</span>
      )}
      {followedOn !== null && (
        <span className="field-hint">
          {text('after.followed', {
            day: followedOn,
            there: text(`after.there.${line.isThere ? 'yes' : 'no'}`),
            satisfied: text(`after.satisfied.${line.isSatisfied ? 'yes' : 'no'}`),
          })}
        </span>
      )}
    </>
  )
}

function Acts({ line, can, onAct }: { line: LetterLine; can: Can; onAct: (act: Act) => void }) {
  const text = useText(afterMessages)
  const sentence = useAfterRefusal()
  const letter = useAction(writeIntroLetter, { invalidates: [], onDone: (file) => saveWord(file) })
  const reminder = useAction(writeReminder, { invalidates: [], onDone: (file) => saveWord(file) })
  const { candidateId, name, state, owedMonths, daysOverdue } = line
  const button = (act: 'print' | 'remind' | Act, onClick: () => void, isNext = false) => (
    <Button
      size="small"
      type={isNext ? 'primary' : 'default'}
      aria-label={text('after.of', { act: text(`after.${act}`), name })}
      onClick={onClick}
    >
      {text(`after.${act}`)}
    </Button>
  )
  return (
    <>
      {can.write && button('print', () => void letter.send({ candidateId }))}{' '}
      {can.write && state === 'letterIssued' && owedMonths.length > 0 && button('remind', () => void reminder.send({ candidateId }))}{' '}
      {can.record && state === 'letterIssued' && daysOverdue > 0 && button('notStarted', () => onAct('notStarted'))}{' '}
      {can.record && state === 'letterIssued' && button('start', () => onAct('start'), true)}
      {can.record && state === 'onDuty' && button('followUp', () => onAct('followUp'), true)}
      <Refused sentence={sentence(letter.refusal ?? reminder.refusal)} />
    </>
  )
}
