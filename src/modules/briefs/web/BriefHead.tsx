import { Button } from 'antd'
import { type ReactNode, useState } from 'react'
import { problemOf } from '../../../ui/api/problem.ts'
import { saveWord } from '../../../ui/api/save-word.ts'
import { see } from '../../../ui/api/use-view.ts'
import { PageHead } from '../../../ui/layout/Panel.tsx'
import { ErrorState } from '../../../ui/parts/ErrorState.tsx'
import { Tag } from '../../../ui/parts/Tag.tsx'
import { useText } from '../../../ui/text/use-text.ts'
import { type Brief, writeWord } from '../contract.ts'
import { briefMessages } from './messages.ts'
import { SettleButtons } from './SettleButtons.tsx'
import { StateTag } from './StateTag.tsx'

/** Title, state, and what can be done with a brief as it stands. */
export function BriefHead({ brief, children }: { brief: Brief; children?: ReactNode }) {
  const text = useText(briefMessages)
  const [fault, setFault] = useState<unknown>()
  const save = async () => {
    setFault(undefined)
    await see(writeWord, { id: brief.id, origin: window.location.origin }).then(saveWord, setFault)
  }
  return (
    <>
      <PageHead
        title={brief.title}
        note={
          <>
            <StateTag state={brief.state} /> {brief.isUnlocked && <Tag tone="amber">{text('briefs.unlocked')}</Tag>}{' '}
            {text('briefs.at', { on: brief.knownOn })}
          </>
        }
        actions={
          <>
            {children}
            <Button size="middle" onClick={() => void save()}>
              {text('briefs.word')}
            </Button>
          </>
        }
      />
      {fault !== undefined && <ErrorState problem={problemOf(fault)} onRetry={() => void save()} slim />}
      {brief.returnedWhy !== null && (
        <div className="state-box" data-slim="true">
          <p className="t">{text('briefs.returned', { why: brief.returnedWhy })}</p>
        </div>
      )}
      <SettleButtons brief={brief} />
    </>
  )
}
