import { Button } from 'antd'
import { Link } from 'react-router'
import { Alarm } from '../../../../ui/parts/Alarm.tsx'
import { useText } from '../../../../ui/text/use-text.ts'
import type { PersonFile } from '../../contract.ts'
import { registryMessages } from '../messages.ts'
import { changeSentence, type RegistryRefusal } from '../refusal-sentence.ts'

interface NumberTakenProps {
  file: PersonFile
  refusal: RegistryRefusal
  /** Asks for the file elsewhere. */
  onAsk: () => void
}

/** The corrected number stands on another file: which, and the way to make one of both. */
export function NumberTakenNote({ file, refusal, onAsk }: NumberTakenProps) {
  const text = useText(registryMessages)
  return (
    <Alarm title={changeSentence(refusal, text)}>
      {refusal.code === 'already-registered' && (
        <p className="number-taken">
          <Link to={`/desk/people/${refusal.personId}`}>{text('registry.capture.open')}</Link>
          {file.can.merge && <Link to={`/desk/people/${file.id}/merge?with=${refusal.personId}`}>{text('registry.merge.menu')}</Link>}
          {!file.can.merge && <span>{text('registry.merge.byOthers')}</span>}
        </p>
      )}
      {refusal.code === 'registered-elsewhere' && file.can.transfer && <Button onClick={onAsk}>{text('registry.capture.ask')}</Button>}
    </Alarm>
  )
}
