import { useState } from 'react'
import type { z } from 'zod'
import { useAction } from '../../../../ui/api/use-action.ts'
import { useView } from '../../../../ui/api/use-view.ts'
import { ActionDrawer } from '../../../../ui/layout/ActionDrawer.tsx'
import { ViewState } from '../../../../ui/parts/ViewState.tsx'
import { useText } from '../../../../ui/text/use-text.ts'
import * as contract from '../../contract.ts'
import { TextInput } from '../FormInputs.tsx'
import { HandOverNews } from './HandOverNews.tsx'
import { HeirInput } from './HeirInput.tsx'
import { handOverSentence } from './hand-over-sentence.ts'
import { LoadList } from './LoadList.tsx'
import { handOverMessages } from './messages-hand-over.ts'
import { likelyHeir } from './use-leaving.ts'

type Seen = z.infer<typeof contract.loads.output>

/** While a hand-over runs its progress is asked for again. */
const every = (seen: Seen): number | false => (seen.handOver?.status === 'running' ? 2_000 : false)

/** Hands over everything that lies at one station: what that is, to whom, and why. */
export function HandOverDrawer({ unitCode, onClose }: { unitCode: string; onClose: () => void }) {
  const text = useText(handOverMessages)
  const query = useView(contract.loads, { unitCode } as z.input<typeof contract.loads.input>, { every })
  const [typed, setTyped] = useState<{ toUnit?: string | undefined; reason?: string }>({})
  const action = useAction(contract.handOver, { onDone: () => void query.refetch() })
  const seen = query.data
  const toUnit = typed.toUnit ?? likelyHeir(seen)
  const reason = typed.reason ?? text('handOver.reasonDefault')
  const isRunning = seen?.handOver?.status === 'running'
  const goes = seen?.rows.some((row) => row.goes === 'along') ?? false
  return (
    <ActionDrawer
      title={text('handOver.title')}
      action={action}
      refused={action.refusal && handOverSentence(action.refusal, text)}
      isTouched={Object.keys(typed).length > 0 && goes}
      saveLabel={text('handOver.do')}
      blocked={blockedBy()}
      onSave={() => void action.send({ unitCode, toUnit, reason } as z.input<typeof contract.handOver.input>)}
      onClose={onClose}
    >
      <p className="form-words">{text('handOver.words')}</p>
      <ViewState query={query}>
        {({ unit, rows, heirs, handOver }) => (
          <>
            <p>
              <b>{unit.name}</b>
            </p>
            {handOver && <HandOverNews handOver={handOver} isEmpty={!goes} />}
            <LoadList unitCode={unitCode} rows={rows} />
            {goes && !isRunning && (
              <>
                <HeirInput
                  unitCode={unitCode}
                  heirs={heirs}
                  value={toUnit}
                  onChange={(next) => setTyped({ ...typed, toUnit: next ?? '' })}
                />
                <TextInput
                  label={text('handOver.reason')}
                  longest={200}
                  value={reason}
                  onChange={(next) => setTyped({ ...typed, reason: next })}
                />
              </>
            )}
          </>
        )}
      </ViewState>
    </ActionDrawer>
  )

  /** Why nothing can be sent now. */
  function blockedBy(): string | undefined {
    if (seen && !seen.can.handOver) return text('handOver.mayNot')
    if (!goes) return text('handOver.holdsNothing')
    if (isRunning) return text('handOver.refusal.under-way')
    if (!toUnit) return text('handOver.choose')
    return reason.trim().length < 2 ? text('handOver.sayWhy') : undefined
  }
}
