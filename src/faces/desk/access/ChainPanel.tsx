import { Button } from 'antd'
import { useState } from 'react'
import type { RegionCode } from '../../../kernel/region-code.ts'
import { type JournalChain, listChains, verifyJournalChain } from '../../../platform/journal/contract.ts'
import { useView } from '../../../ui/api/use-view.ts'
import { Panel } from '../../../ui/layout/Panel.tsx'
import { EmptyState } from '../../../ui/parts/EmptyState.tsx'
import { ViewState } from '../../../ui/parts/ViewState.tsx'
import { count } from '../../../ui/text/format.ts'
import { useText } from '../../../ui/text/use-text.ts'
import { accessMessages } from './messages.ts'
import { usePlaceNames } from './use-places.ts'
import { verdictWords } from './verdict-words.ts'

/** The end of each bureau's chain, and on demand the verdict of walking it. */
export function ChainPanel({ place }: { place: RegionCode }) {
  const text = useText(accessMessages)
  const query = useView(listChains, { place })
  const nameOf = usePlaceNames((query.data?.rows ?? []).map(({ bureauCode }) => `${bureauCode}000000`))
  return (
    <Panel title={text('access.chain.title')}>
      <p className="pad soft">{text('access.chain.words')}</p>
      <ViewState query={query} lines={2}>
        {({ rows }) =>
          rows.length === 0 ? (
            <EmptyState title={text('access.chain.none')} />
          ) : (
            <ul className="chains">
              {rows.map((chain) => (
                <Chain key={chain.bureauCode} chain={chain} name={nameOf(`${chain.bureauCode}000000`)} />
              ))}
            </ul>
          )
        }
      </ViewState>
    </Panel>
  )
}

function Chain({ chain, name }: { chain: JournalChain; name: string }) {
  const text = useText(accessMessages)
  const [isAsked, setAsked] = useState(false)
  const verdict = useView(verifyJournalChain, { bureauCode: chain.bureauCode }, { enabled: isAsked, staleTime: 0 })
  const again = () => (isAsked ? void verdict.refetch() : setAsked(true))
  return (
    <li>
      <div className="row">
        <b className="grow">{name}</b>
        <span className="faint">{text('access.chain.leaves', { count: count(Number(chain.leaves)) })}</span>
        <Button loading={verdict.isFetching} aria-label={text('access.chain.verifyOf', { place: name })} onClick={again}>
          {text('access.chain.verify')}
        </Button>
      </div>
      <code className="mono chain-head">{chain.head}</code>
      <div role="status">
        {isAsked && verdict.isFetching && <p className="soft">{text('access.chain.verifying')}</p>}
        {isAsked && !verdict.isFetching && (
          <ViewState query={verdict} lines={1}>
            {(value) => <p className={value.broken ? 'red' : 'green'}>{verdictWords(value, text)}</p>}
          </ViewState>
        )}
      </div>
    </li>
  )
}
