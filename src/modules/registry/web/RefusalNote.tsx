import type { ReactNode } from 'react'
import { Link } from 'react-router'
import { Alarm } from '../../../ui/parts/Alarm.tsx'
import { useText } from '../../../ui/text/use-text.ts'
import { registryMessages } from './messages.ts'
import { type RegistryRefusal, refusalSentence } from './refusal-sentence.ts'

/** Why it was refused, and the way on where there is one. */
export function RefusalNote({ refusal, action }: { refusal: RegistryRefusal; action?: ReactNode }) {
  const text = useText(registryMessages)
  return (
    <Alarm title={refusalSentence(refusal, text)}>
      {refusal.code === 'already-registered' && <Link to={`/desk/people/${refusal.personId}`}>{text('registry.capture.open')}</Link>}
      {action}
    </Alarm>
  )
}
