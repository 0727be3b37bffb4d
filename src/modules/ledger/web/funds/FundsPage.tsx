import { Button } from 'antd'
import { useState } from 'react'
import type { z } from 'zod'
import { minuteInChina } from '../../../../kernel/china-time.ts'
import type { RegionCode } from '../../../../kernel/region-code.ts'
import { useAction } from '../../../../ui/api/use-action.ts'
import { useAccount } from '../../../../ui/api/use-session.ts'
import { useView } from '../../../../ui/api/use-view.ts'
import { PageHead } from '../../../../ui/layout/Panel.tsx'
import { Alarm } from '../../../../ui/parts/Alarm.tsx'
import { Refused } from '../../../../ui/parts/Refused.tsx'
import { ViewState } from '../../../../ui/parts/ViewState.tsx'
import { ViewsFailed } from '../../../../ui/parts/ViewsFailed.tsx'
import { useText } from '../../../../ui/text/use-text.ts'
import { resumePayments, seeFunds } from '../../contract.ts'
import { BatchList, useBatches } from '../batches/BatchList.tsx'
import { ledgerMessages } from '../messages.ts'
import { useRefusalWords } from '../use-refusal-words.ts'
import { AccountTree } from './AccountTree.tsx'
import { MoveDrawer } from './MoveDrawer.tsx'
import { OpenFundDrawer } from './OpenFundDrawer.tsx'
import { readBreaks } from './read-breaks.ts'
import { Waiting } from './Waiting.tsx'
import '../ledger.css'

/** The books of the reader's bureau: alarms, funds, what waits, and the batches. */
export function FundsPage() {
  const text = useText(ledgerMessages)
  const place = useAccount().unitCode.slice(0, 12) as RegionCode
  const [drawer, setDrawer] = useState<'move' | 'open'>()
  const query = useView(seeFunds, { place }, { every: () => 30_000 })
  const batches = useBatches(place)
  const close = () => setDrawer(undefined)
  return (
    <div className="ledger-page">
      <PageHead
        title={text('ledger.title')}
        note={text('ledger.note')}
        actions={
          query.data?.can.propose && (
            <>
              <Button size="middle" onClick={() => setDrawer('open')}>
                {text('ledger.open')}
              </Button>
              <Button type="primary" size="middle" onClick={() => setDrawer('move')}>
                {text('ledger.propose')}
              </Button>
            </>
          )
        }
      />
      <ViewsFailed queries={[query, batches]} />
      <ViewState query={query} isToldAbove>
        {(books) => (
          <>
            {books.stopped && <Stopped place={place} stopped={books.stopped} mayResume={books.can.resume} />}
            <Waiting place={place} books={books} />
            <AccountTree accounts={books.accounts} closedThroughOn={books.closedThroughOn} />
          </>
        )}
      </ViewState>
      <BatchList query={batches} />
      {drawer === 'move' && query.data && <MoveDrawer place={place} accounts={query.data.accounts} onClose={close} />}
      {drawer === 'open' && query.data && <OpenFundDrawer place={place} accounts={query.data.accounts} onClose={close} />}
    </div>
  )
}

interface StoppedProps {
  place: RegionCode
  stopped: NonNullable<z.output<typeof seeFunds.output>['stopped']>
  mayResume: boolean
}

/** The books do not agree: nothing leaves a fund. */
function Stopped({ place, stopped, mayResume }: StoppedProps) {
  const text = useText(ledgerMessages)
  const words = useRefusalWords()
  const resuming = useAction(resumePayments)
  return (
    <>
      <Alarm title={text('ledger.stopped', { why: stopped.why, at: minuteInChina(stopped.at) })}>
        <ul className="ledger-breaks">
          {readBreaks(stopped.why).map(({ invariant, found }) => (
            <li key={invariant}>{text('ledger.break', { invariant, words: text(`ledger.break.${invariant}`), count: found })}</li>
          ))}
        </ul>
        {mayResume && (
          <Button loading={resuming.sending} onClick={() => void resuming.send({ place })}>
            {text('ledger.resume')}
          </Button>
        )}
      </Alarm>
      <Refused sentence={words(resuming.refusal)} />
    </>
  )
}
