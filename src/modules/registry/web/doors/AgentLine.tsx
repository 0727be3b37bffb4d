import { Button } from 'antd'
import { Tag } from '../../../../ui/parts/Tag.tsx'
import { useText } from '../../../../ui/text/use-text.ts'
import type { Doors } from '../../contract.ts'
import { codeWord } from '../code-word.ts'
import { registryMessages } from '../messages.ts'
import { GiveCode } from './GiveCode.tsx'

interface AgentLineProps {
  personId: string
  authority: Doors['authorities'][number]
  isBound: boolean
  mayLetIn: boolean
  onEnd: () => void
}

/** Somebody who may act for the person, masked, with the code for their telephone. */
export function AgentLine({ personId, authority, isBound, mayLetIn, onEnd }: AgentLineProps) {
  const text = useText(registryMessages)
  const isInForce = authority.state === 'inForce'
  return (
    <section className="pad" aria-label={authority.agentNameMasked}>
      <p className="row">
        <b>{authority.agentNameMasked}</b>
        <span className="faint">{codeWord(text, 'agentRelation', authority.relation)}</span>
        <span className="num">{authority.agentPhoneMasked}</span>
        <Tag tone={isInForce ? 'green' : 'amber'}>{codeWord(text, 'agentState', authority.state)}</Tag>
      </p>
      <p className="faint">
        {authority.evidence} · {text('registry.doors.until', { on: authority.untilOn })}
      </p>
      {isInForce && mayLetIn && (
        <div className="row">
          <GiveCode personId={personId} authorityId={authority.id} isAgain={isBound} />
          <Button className="push" onClick={onEnd}>
            {text('registry.doors.end')}
          </Button>
        </div>
      )}
    </section>
  )
}
