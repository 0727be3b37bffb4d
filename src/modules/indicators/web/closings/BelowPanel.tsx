import { Button } from 'antd'
import { useState } from 'react'
import { Link } from 'react-router'
import { useAction } from '../../../../ui/api/use-action.ts'
import { Panel } from '../../../../ui/layout/Panel.tsx'
import { ActsFailed } from '../../../../ui/parts/ActsFailed.tsx'
import { Tag } from '../../../../ui/parts/Tag.tsx'
import { useText } from '../../../../ui/text/use-text.ts'
import * as contract from '../../contract.ts'
import { WhyField } from './ClosingSteps.tsx'
import { closingMessages } from './messages-closings.ts'
import { Refusal } from './Refusal.tsx'
import { StateTag } from './StateTag.tsx'

type Below = contract.SeenClosing['below'][number]

const isSettled = ({ closing }: Below): boolean => closing?.state === 'accepted' || closing?.state === 'locked'

/** How far the places below are: who is missing or late, what has moved, and what waits to be accepted or returned. */
export function BelowPanel({ seen }: { seen: contract.SeenClosing }) {
  const text = useText(closingMessages)
  const expected = seen.below.filter((one) => one.isExpected || one.closing !== undefined)
  const count = text('closings.belowCount', { settled: expected.filter(isSettled).length, all: expected.length })
  return (
    <Panel title={text('closings.below')} count={count}>
      {seen.below.length === 0 && <p className="closing-words">{text('closings.nothingBelow')}</p>}
      <ul className="closing-below">
        {seen.below.map((one) => (
          <BelowLine key={one.code} one={one} month={seen.month} maySettle={seen.can.settleBelow} />
        ))}
      </ul>
    </Panel>
  )
}

function BelowLine({ one, month, maySettle }: { one: Below; month: string; maySettle: boolean }) {
  const text = useText(closingMessages)
  const state = one.closing?.state
  return (
    <li>
      <div className="closing-line">
        <Link to={{ search: `?${new URLSearchParams({ place: one.code, month })}` }}>{one.name}</Link>
        {one.isExpected || one.closing ? <StateTag closing={one.closing} /> : <Tag>{text('closings.unexpected')}</Tag>}
        {one.isLate && <Tag tone="red">{text('closings.late')}</Tag>}
        {one.hasMoved && <Tag tone="amber">{text('closings.moved')}</Tag>}
      </div>
      {maySettle && (state === 'confirmed' || state === 'accepted') && <Settle at={{ place: one.code, month }} state={state} />}
    </li>
  )
}

function Settle({ at, state }: { at: { place: Below['code']; month: string }; state: 'confirmed' | 'accepted' }) {
  const text = useText(closingMessages)
  const [why, setWhy] = useState<string>()
  const accepting = useAction(contract.acceptClosing)
  const returning = useAction(contract.returnClosing)
  return (
    <>
      <ActsFailed acts={[accepting, returning]} />
      <Refusal refusal={accepting.refusal ?? returning.refusal} />
      {why !== undefined && <WhyField label={text('closings.returnWhy')} value={why} onChange={setWhy} />}
      <div className="closing-buttons">
        {why === undefined && state === 'confirmed' && (
          <Button size="small" type="primary" loading={accepting.sending} onClick={() => void accepting.send(at)}>
            {text('closings.accept')}
          </Button>
        )}
        {why === undefined ? (
          <Button size="small" onClick={() => setWhy('')}>
            {text('closings.return')}
          </Button>
        ) : (
          <>
            <Button
              size="small"
              danger
              disabled={why.trim().length < 4}
              loading={returning.sending}
              onClick={() => void returning.send({ ...at, why })}
            >
              {text('closings.returnNow')}
            </Button>
            <Button size="small" onClick={() => setWhy(undefined)}>
              {text('closings.cancel')}
            </Button>
          </>
        )}
      </div>
    </>
  )
}
