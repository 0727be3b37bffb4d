import { Button } from 'antd'
import { Panel } from '../../../ui/layout/Panel.tsx'
import { useText } from '../../../ui/text/use-text.ts'
import { accessMessages } from './messages.ts'

/** The recovery codes, once: nothing keeps them after this. */
export function RecoveryCodes({ codes, onKept }: { codes: readonly string[]; onKept: () => void }) {
  const text = useText(accessMessages)
  return (
    <Panel title={text('access.own.recovery')} tone="chosen">
      <div className="own-form">
        <p className="soft">{text('access.own.recoveryWords')}</p>
        <ul className="recovery-codes mono">
          {codes.map((code) => (
            <li key={code}>{code}</li>
          ))}
        </ul>
        <span className="row access-acts">
          <Button size="large" onClick={() => window.print()}>
            {text('access.own.print')}
          </Button>
          <Button size="large" type="primary" onClick={onKept}>
            {text('access.own.kept')}
          </Button>
        </span>
      </div>
    </Panel>
  )
}
