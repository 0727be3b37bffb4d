import { Drawer } from 'antd'
import { dayInChina } from '../../../../kernel/china-time.ts'
import { useAccount } from '../../../../ui/api/use-session.ts'
import { useView } from '../../../../ui/api/use-view.ts'
import { EmptyState } from '../../../../ui/parts/EmptyState.tsx'
import { Icon } from '../../../../ui/parts/Icon.tsx'
import { Timeline } from '../../../../ui/parts/Timeline.tsx'
import { ViewState } from '../../../../ui/parts/ViewState.tsx'
import { useNarrow } from '../../../../ui/state/use-narrow.ts'
import { useText } from '../../../../ui/text/use-text.ts'
import { listUnmaskings } from '../../contract.ts'
import { codeWord } from '../code-word.ts'
import { byWords } from '../file/file-words.ts'
import { registryMessages } from '../messages.ts'

/** Who saw the full data of this person, what for, and which fields. */
export function SeenDrawer({ personId, onClose }: { personId: string; onClose: () => void }) {
  const text = useText(registryMessages)
  const narrow = useNarrow()
  const me = useAccount().id
  const query = useView(listUnmaskings, { personId, limit: 200 })
  return (
    <Drawer
      open
      onClose={onClose}
      mask={false}
      size={narrow ? '100%' : 440}
      title={<span className="drawer-title">{text('registry.file.seenTitle')}</span>}
      closable={{ placement: 'end', closeIcon: <Icon name="close" />, 'aria-label': text('drawer.close') }}
    >
      <ViewState query={query}>
        {({ rows }) =>
          rows.length === 0 ? (
            <EmptyState title={text('registry.file.seenNone')} />
          ) : (
            <Timeline
              label={text('registry.file.seenTitle')}
              items={rows.map((row) => ({
                key: row.id,
                when: dayInChina(row.seenAt),
                title: `${byWords(row.accountId, me, text)} · ${codeWord(text, 'purpose', row.purpose)}`,
                words: `${row.reason} · ${row.fields.map((field) => text(`registry.field.${field}`)).join(text('registry.list'))}`,
              }))}
            />
          )
        }
      </ViewState>
    </Drawer>
  )
}
