import { Button } from 'antd'
import { useState } from 'react'
import type { RegionCode, UnitCode } from '../../../../kernel/region-code.ts'
import { useAccount } from '../../../../ui/api/use-session.ts'
import { useView } from '../../../../ui/api/use-view.ts'
import { PageHead, Panel } from '../../../../ui/layout/Panel.tsx'
import { EmptyState } from '../../../../ui/parts/EmptyState.tsx'
import { Tag } from '../../../../ui/parts/Tag.tsx'
import { ViewState } from '../../../../ui/parts/ViewState.tsx'
import { useListedPlace } from '../../../../ui/state/use-listed-place.ts'
import { OnlyAt } from '../../../network/web/index.tsx'
import { type Need, seePairing } from '../../contract.ts'
import { HelperTable } from './HelperTable.tsx'
import { MatchDrawer } from './MatchDrawer.tsx'
import { NeedTable } from './NeedTable.tsx'
import { OfferDrawer } from './OfferDrawer.tsx'
import { PairingTable } from './PairingTable.tsx'
import { usePairingWords } from './use-pairing-words.ts'
import '../assist.css'

const MOST = 300

/** The ledger of needs of a place, who offers help, and the agreements between them. */
export function PairingPage() {
  const { text } = usePairingWords()
  const unitCode = useAccount().unitCode as UnitCode
  const { place } = useListedPlace()
  const [isOffering, setOffering] = useState(false)
  const [matched, setMatched] = useState<Need>()
  const query = useView(seePairing, { place: place.slice(0, 12) as RegionCode })
  const mayWrite = query.data?.can.write ?? false
  return (
    <div className="assist-page">
      <PageHead
        title={text('pairing.title')}
        note={text('pairing.note')}
        actions={
          mayWrite && (
            <Button type="primary" size="middle" onClick={() => setOffering(true)}>
              {text('pairing.offer')}
            </Button>
          )
        }
      />
      <OnlyAt />
      <ViewState query={query}>
        {({ needs, helpers, pairings, counts, can }) => (
          <>
            <p className="assist-sums">{text('pairing.sums', { ...counts, needs: counts.openNeeds })}</p>
            <Panel title={text('pairing.needs')} count={text('pairing.count', { count: counts.openNeeds })}>
              {needs.length === 0 ? (
                <EmptyState title={text('pairing.needsNone')} words={text('pairing.needsNoneWords')} />
              ) : (
                <NeedTable needs={needs} mayWrite={can.write} onMatch={setMatched} />
              )}
              {needs.length === MOST && <p className="assist-foot faint">{text('pairing.cut')}</p>}
            </Panel>
            <Panel
              title={text('pairing.agreements')}
              count={text('pairing.count', { count: pairings.length })}
              side={counts.over > 0 && <Tag tone="red">{text('pairing.over', { count: counts.over })}</Tag>}
            >
              {pairings.length === 0 ? (
                <EmptyState title={text('pairing.agreementsNone')} />
              ) : (
                <PairingTable pairings={pairings} mayWrite={can.write} />
              )}
              {pairings.length === MOST && <p className="assist-foot faint">{text('pairing.cut')}</p>}
            </Panel>
            <Panel title={text('pairing.helpers')} count={text('pairing.count', { count: helpers.length })}>
              {helpers.length === 0 ? (
                <EmptyState title={text('pairing.helpersNone')} words={text('pairing.helpersNoneWords')} />
              ) : (
                <HelperTable helpers={helpers} mayWrite={can.write} />
              )}
              {helpers.length === MOST && <p className="assist-foot faint">{text('pairing.cut')}</p>}
            </Panel>
          </>
        )}
      </ViewState>
      {isOffering && <OfferDrawer unitCode={unitCode} onClose={() => setOffering(false)} />}
      {matched && <MatchDrawer personId={matched.personId} name={matched.nameMasked} onClose={() => setMatched(undefined)} />}
    </div>
  )
}
