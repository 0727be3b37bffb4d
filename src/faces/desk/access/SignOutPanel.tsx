import { Button } from 'antd'
import { useState } from 'react'
import { type Problem, problemOf } from '../../../ui/api/problem.ts'
import { useSessionChange } from '../../../ui/api/use-session.ts'
import { Panel } from '../../../ui/layout/Panel.tsx'
import { ErrorState } from '../../../ui/parts/ErrorState.tsx'
import { useText } from '../../../ui/text/use-text.ts'
import { accessMessages } from './messages.ts'

/** Signs out here and everywhere. */
export function SignOutPanel() {
  const text = useText(accessMessages)
  const { ends } = useSessionChange()
  const [problem, setProblem] = useState<Problem>()
  const leave = () => void ends('everywhere').catch((error: unknown) => setProblem(problemOf(error)))
  return (
    <Panel title={text('access.own.out')}>
      <div className="own-form">
        {problem && <ErrorState problem={problem} slim />}
        <p className="soft">{text('access.own.outWords')}</p>
        <Button size="large" onClick={leave}>
          {text('access.own.outEverywhere')}
        </Button>
      </div>
    </Panel>
  )
}
