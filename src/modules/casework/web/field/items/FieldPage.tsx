import { Button } from 'antd'
import { PageHead, Panel } from '../../../../../ui/layout/Panel.tsx'
import { refresh } from '../../../../../ui/outbox/field-desk.ts'
import { syncNow } from '../../../../../ui/outbox/sync.ts'
import { useField, useOnline } from '../../../../../ui/outbox/use-field.ts'
import { EmptyState } from '../../../../../ui/parts/EmptyState.tsx'
import { KeyHint } from '../../../../../ui/parts/KeyHint.tsx'
import { useText } from '../../../../../ui/text/use-text.ts'
import { openQuickVisit } from '../../visits/record/quick-visit-store.ts'
import { ClaimsOfPerson } from '../claims/ClaimsOfPerson.tsx'
import { fieldPageMessages } from '../messages-field.ts'
import { TakePanel } from '../pack/TakePanel.tsx'
import { exportItems } from './decide-item.ts'
import { ItemLine } from './ItemLine.tsx'
import { PartButtons } from './PartButtons.tsx'
import '../field.css'

/** What was recorded on this device, each with where it has got to; and the village that is taken along. */
export function FieldPage() {
  const text = useText(fieldPageMessages)
  const { items, status, isSyncing } = useField()
  const isOnline = useOnline()
  const unsent = items.filter(({ state, content }) => content && (state === 'sealed' || state === 'needsHand'))
  return (
    <>
      <PageHead
        title={text('casework.field.title')}
        note={text('casework.field.note')}
        actions={
          <>
            <PartButtons />
            <Button type="primary" size="middle" aria-keyshortcuts="n" onClick={() => openQuickVisit()}>
              {text('casework.field.record')} <KeyHint keys="N" on="fill" />
            </Button>
          </>
        }
      />
      <TakePanel />
      {isOnline && (
        <Panel title={text('casework.field.claims')} style={{ flex: 'none' }}>
          <ClaimsOfPerson />
        </Panel>
      )}
      {status === 'open' && (
        <Panel
          style={{ flex: 'none' }}
          title={text('casework.field.items')}
          count={text('casework.field.count', { count: items.length })}
          side={
            <>
              {unsent.length > 0 && <Button onClick={() => void exportItems(unsent)}>{text('casework.field.exportAll')}</Button>}
              <Button disabled={!isOnline} loading={isSyncing} onClick={() => void syncNow().then(refresh)}>
                {text('casework.field.sync')}
              </Button>
            </>
          }
        >
          {items.length === 0 ? (
            <EmptyState title={text('casework.field.empty')} words={text('casework.field.emptyWords')} />
          ) : (
            <ul className="field-items">
              {items.toReversed().map((item) => (
                <ItemLine key={item.id} item={item} />
              ))}
            </ul>
          )}
        </Panel>
      )}
    </>
  )
}
