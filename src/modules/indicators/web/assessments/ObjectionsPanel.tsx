import { Button } from 'antd'
import { useState } from 'react'
import { useAction } from '../../../../ui/api/use-action.ts'
import { LineField } from '../../../../ui/fields/LineField.tsx'
import { Panel } from '../../../../ui/layout/Panel.tsx'
import { Tag } from '../../../../ui/parts/Tag.tsx'
import { useText } from '../../../../ui/text/use-text.ts'
import type { SeenAssessment } from '../../contract.ts'
import * as contract from '../../contract.ts'
import { assessmentMessages } from './messages-assessments.ts'
import { Refused } from './Refused.tsx'

type Objection = SeenAssessment['objections'][number]

/** What places say against their points, and the answers. */
export function ObjectionsPanel({ seen }: { seen: SeenAssessment }) {
  const text = useText(assessmentMessages)
  const nameOf = (code: string) => seen.rows.find((row) => row.code === code)?.name ?? seen.place.name
  return (
    <Panel title={text('assess.objections')} count={seen.objections.length}>
      {seen.objections.length === 0 && <p className="assess-words">{text('assess.noObjections')}</p>}
      <ul className="assess-list">
        {seen.objections.map((one) => (
          <li key={one.id}>
            <div className="assess-line">
              <b>{nameOf(one.place)}</b>
              <AnswerTag one={one} />
            </div>
            <p>{one.words}</p>
            {one.answer !== null && <p>{text('assess.answered', { answer: one.answer })}</p>}
            {one.answer === null && seen.can.answer && one.place !== seen.place.code && <Answering one={one} />}
          </li>
        ))}
      </ul>
    </Panel>
  )
}

function AnswerTag({ one: { isUpheld } }: { one: Objection }) {
  const text = useText(assessmentMessages)
  if (isUpheld === null) return <Tag tone="amber">{text('assess.waits')}</Tag>
  return <Tag tone={isUpheld ? 'green' : 'plain'}>{text(isUpheld ? 'assess.upheld' : 'assess.notUpheld')}</Tag>
}

function Answering({ one }: { one: Objection }) {
  const text = useText(assessmentMessages)
  const [words, setWords] = useState('')
  const answering = useAction(contract.answerObjection)
  const send = (isUpheld: boolean) => void answering.send({ place: one.place, objectionId: one.id, isUpheld, words })
  const isShort = words.trim().length < 4
  return (
    <>
      <Refused refusal={answering.refusal} acts={[answering]} />
      <LineField label={text('assess.answerWords')} value={words} onChange={setWords} />
      <div className="assess-buttons">
        <Button disabled={isShort} loading={answering.sending} onClick={() => send(true)}>
          {text('assess.uphold')}
        </Button>
        <Button disabled={isShort} loading={answering.sending} onClick={() => send(false)}>
          {text('assess.turnDown')}
        </Button>
      </div>
    </>
  )
}
