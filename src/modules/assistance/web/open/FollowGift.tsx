import { type FormEvent, useState } from 'react'
import { useText } from '../../../../ui/text/use-text.ts'
import type { Followed } from '../../contract-open.ts'
import { useAssistWords } from '../use-assist-words.ts'
import { openFundMessages } from './messages-open.ts'
import { useFollowGift } from './use-open-funds.ts'

/** Number and code of a receipt, and what became of the gift. */
export function FollowGift() {
  const text = useText(openFundMessages)
  const [number, setNumber] = useState('')
  const [code, setCode] = useState('')
  const asking = useFollowGift()
  const send = (event: FormEvent) => {
    event.preventDefault()
    asking.mutate({ number: number.trim(), code: code.trim() })
  }
  return (
    <section className="big">
      <h2>{text('assist.open.follow')}</h2>
      <form className="assist-follow" onSubmit={send}>
        <label>
          {text('assist.open.number')}
          <input value={number} inputMode="numeric" placeholder="500112-01-000001" onChange={(event) => setNumber(event.target.value)} />
        </label>
        <label>
          {text('assist.open.code')}
          <input value={code} autoComplete="off" autoCapitalize="characters" onChange={(event) => setCode(event.target.value)} />
        </label>
        <button type="submit" className="solid" disabled={asking.isPending}>
          {text('assist.open.ask')}
        </button>
      </form>
      <div aria-live="polite">
        {asking.isError && (
          <p className="field-error" role="alert">
            {text('assist.open.failed')}
          </p>
        )}
        {asking.data === null && (
          <p className="field-error" role="alert">
            {text('assist.open.wrong')}
          </p>
        )}
        {asking.data && <Parts gift={asking.data} />}
      </div>
    </section>
  )
}

function Parts({ gift }: { gift: Followed }) {
  const text = useText(openFundMessages)
  const words = useAssistWords()
  const { parts, leftFen, form } = gift
  return (
    <>
      <p>
        <b>
          {text('assist.open.gift', {
            fund: gift.fundName,
            amount: words.yuan(gift.amountFen),
            on: gift.receivedOn,
            earmark: words.cause(gift.earmark),
          })}
        </b>
      </p>
      {gift.takenBackOn !== null && <p>{text('assist.open.takenBack', { on: gift.takenBackOn })}</p>}
      {form === 'goods' && <p>{text('assist.open.goodsGift')}</p>}
      <ul className="assist-parts">
        {parts.map(({ cause, amountFen, paidOn, outcome }, at) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: the parts are in their order, and nothing else tells them apart
          <li key={at}>
            {paidOn === null
              ? text('assist.open.held', { amount: words.yuan(amountFen), cause: words.cause(cause) })
              : text('assist.open.part', {
                  amount: words.yuan(amountFen),
                  cause: words.cause(cause),
                  on: paidOn,
                  outcome: outcome === null ? text('assist.open.waiting') : words.outcome(outcome),
                })}
          </li>
        ))}
        {form === 'cash' && leftFen !== '0' && <li>{text('assist.open.left', { amount: words.yuan(leftFen) })}</li>}
      </ul>
    </>
  )
}
