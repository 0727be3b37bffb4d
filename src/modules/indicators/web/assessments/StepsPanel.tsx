import { Button } from 'antd'
import { useState } from 'react'
import { useAction } from '../../../../ui/api/use-action.ts'
import { LineField } from '../../../../ui/fields/LineField.tsx'
import { Panel } from '../../../../ui/layout/Panel.tsx'
import { Tag, type Tone } from '../../../../ui/parts/Tag.tsx'
import { useLanguage } from '../../../../ui/text/language.ts'
import { useText } from '../../../../ui/text/use-text.ts'
import type { SeenAssessment } from '../../contract.ts'
import * as contract from '../../contract.ts'
import { instantText } from '../figure-words.ts'
import { assessmentMessages } from './messages-assessments.ts'
import { Refused } from './Refused.tsx'

type Head = SeenAssessment['versions'][number]
const TONES: Record<Head['state'], Tone> = { draft: 'plain', published: 'amber', locked: 'green', superseded: 'plain' }

/** How far the year is, what the reader may do next, and every version of it. */
export function StepsPanel({ seen, scheme }: { seen: SeenAssessment; scheme: string }) {
  const text = useText(assessmentMessages)
  const head = seen.versions.at(-1)
  return (
    <Panel title={text('assess.steps')} side={<StateTag state={head?.state} />}>
      <ol className="assess-list" reversed>
        {seen.versions.toReversed().map((one) => (
          <Version key={one.version} head={one} />
        ))}
      </ol>
      <Steps seen={seen} asked={{ place: seen.place.code, scheme, year: seen.year }} version={head?.version ?? 0} />
    </Panel>
  )
}

function StateTag({ state }: { state: Head['state'] | undefined }) {
  const text = useText(assessmentMessages)
  return <Tag tone={state ? TONES[state] : 'plain'}>{text(`assess.state.${state ?? 'none'}`)}</Tag>
}

function Version({ head }: { head: Head }) {
  const text = useText(assessmentMessages)
  const language = useLanguage()
  return (
    <li>
      <div className="assess-line">
        <b>{text('assess.version', { version: head.version })}</b>
        <StateTag state={head.state} />
        <span className="faint">{instantText(head.drawnAt, language)}</span>
      </div>
      {head.why !== null && <p>{text('assess.redrawnFor', { why: head.why })}</p>}
      {head.state === 'published' && <p>{text('assess.publicUntil', { until: head.objectionsTo ?? '' })}</p>}
    </li>
  )
}

interface StepsProps {
  seen: SeenAssessment
  asked: { place: SeenAssessment['place']['code']; scheme: string; year: number }
  version: number
}

function Steps({ seen: { can }, asked, version }: StepsProps) {
  const text = useText(assessmentMessages)
  const [why, setWhy] = useState('')
  const drawing = useAction(contract.drawAssessment)
  const publishing = useAction(contract.publishAssessment)
  const locking = useAction(contract.lockAssessment)
  const isAgain = version > 0
  const draw = () => void drawing.send({ ...asked, ...(isAgain ? { why } : {}) })
  const refusal = drawing.refusal ?? publishing.refusal ?? locking.refusal
  if (!can.draw && !can.publish && !can.lock && !refusal) return null
  return (
    <div className="assess-steps">
      <Refused refusal={refusal} acts={[drawing, publishing, locking]} />
      {can.draw && isAgain && <LineField label={text('assess.drawWhy')} value={why} onChange={setWhy} />}
      <div className="assess-buttons">
        {can.publish && (
          <Button type="primary" loading={publishing.sending} onClick={() => void publishing.send({ ...asked, version })}>
            {text('assess.publish')}
          </Button>
        )}
        {can.lock && (
          <Button type="primary" loading={locking.sending} onClick={() => void locking.send({ ...asked, version })}>
            {text('assess.lock')}
          </Button>
        )}
        {can.draw && (
          <Button
            type={isAgain ? 'default' : 'primary'}
            disabled={isAgain && why.trim().length < 4}
            loading={drawing.sending}
            onClick={draw}
          >
            {text(isAgain ? 'assess.drawAgain' : 'assess.draw')}
          </Button>
        )}
      </div>
    </div>
  )
}
