import { useState } from 'react'
import { useSearchParams } from 'react-router'
import { PageHeading } from '../../../../ui/plain/PageHeading.tsx'
import { useText } from '../../../../ui/text/use-text.ts'
import { type Checked, checkRecord, isReceipt } from './check-record.ts'
import { verifyMessages } from './messages-verify.ts'
import { whyNotChecked } from './round-to-check.ts'
import { useOpenRounds } from './use-open-rounds.ts'
import { VerifyForm } from './VerifyForm.tsx'
import { VerifyOutcome } from './VerifyOutcome.tsx'
import './open.css'

/** Checks a record in the browser. Once the page stands, a record that lies on the device is checked without any network. */
export function VerifyPage() {
  const text = useText(verifyMessages)
  const [search, setSearch] = useSearchParams()
  const roundId = search.get('round') ?? ''
  const rounds = useOpenRounds()
  const [record, setRecord] = useState<File>()
  const [receipt, setReceipt] = useState<File>()
  const [fault, setFault] = useState<string>()
  const [checked, setChecked] = useState<Checked>()
  const commitment = rounds.data?.find(({ id }) => id === roundId)?.commitment
  // A list from before the page stood may not know yet that the round has ended.
  const whyNot = whyNotChecked(rounds.isFetchedAfterMount ? rounds.data : undefined, roundId)
  const noticeOfRound = whyNot && text(`placement.verify.round.${whyNot}`)
  const notice = noticeOfRound ?? (rounds.data === undefined && rounds.isError ? text('placement.verify.noRounds') : undefined)
  const check = async () => {
    setFault(undefined)
    if (record === undefined && roundId === '') return setFault(text('placement.verify.nothingChosen'))
    const told = record ? await record.text() : await fetchRecord(roundId)
    const held = await receipt?.text()
    if (told === undefined) return setFault(noticeOfRound ?? text('placement.verify.noRecord'))
    if (held !== undefined && !isReceipt(held)) return setFault(text('placement.verify.receiptBad'))
    setChecked(checkRecord(told, { commitment, receipt: held }))
  }
  return (
    <div className="verify">
      <PageHeading title={text('placement.verify.title')} />
      {checked ? (
        <VerifyOutcome checked={checked} roundId={roundId} onAgain={() => setChecked(undefined)} />
      ) : (
        <p className="lead">{text('placement.verify.lead')}</p>
      )}
      {!checked && (
        <VerifyForm
          rounds={rounds.data ?? []}
          roundId={roundId}
          onRound={(id) => {
            setFault(undefined)
            setSearch(id === '' ? {} : { round: id }, { replace: true })
          }}
          onRecord={setRecord}
          onReceipt={setReceipt}
          // Said once: where it was just asked, or at the top.
          notice={fault === undefined ? notice : undefined}
          // A record is not held against nothing because its commitment is still on the way.
          isReady={!(roundId !== '' && rounds.isLoading)}
          fault={fault}
          onCheck={() => void check()}
        />
      )}
    </div>
  )
}

async function fetchRecord(roundId: string): Promise<string | undefined> {
  if (roundId === '') return undefined
  try {
    const answer = await fetch(`/api/open/rounds/${encodeURIComponent(roundId)}/record`)
    return answer.ok ? await answer.text() : undefined
  } catch {
    return undefined
  }
}
