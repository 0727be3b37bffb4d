import { Link } from 'react-router'
import { useView } from '../../../../../ui/api/use-view.ts'
import { EmptyState } from '../../../../../ui/parts/EmptyState.tsx'
import { Icon } from '../../../../../ui/parts/Icon.tsx'
import { ViewState } from '../../../../../ui/parts/ViewState.tsx'
import { PageHeading } from '../../../../../ui/plain/PageHeading.tsx'
import { useText } from '../../../../../ui/text/use-text.ts'
import { listMyKinds, type MyKind } from '../../../contract.ts'
import { useWordsOf } from '../../matters/words-of.ts'
import { applyMessages } from './messages-apply.ts'
import { useDraft } from './use-draft.ts'

/** Everything that can be asked for from a phone. */
export function MyKindsPage() {
  const text = useText(applyMessages)
  const query = useView(listMyKinds, {})
  return (
    <>
      <PageHeading title={text('mine.kinds.title')} />
      <ViewState query={query}>
        {({ kinds }) =>
          kinds.length === 0 ? (
            <EmptyState title={text('mine.kinds.none')} words={text('mine.kinds.noneWords')} />
          ) : (
            <ul className="door-list">
              {kinds.map((one) => (
                <li key={one.kind.code}>
                  <KindDoor one={one} />
                </li>
              ))}
            </ul>
          )
        }
      </ViewState>
    </>
  )
}

function KindDoor({ one: { kind, openId, isDone, isOutside } }: { one: MyKind }) {
  const text = useText(applyMessages)
  const wordsOf = useWordsOf()
  const { draft } = useDraft(kind.code)
  const words = isOutside
    ? text('mine.kinds.outside')
    : openId !== null
      ? text(isDone ? 'mine.kinds.done' : 'mine.kinds.open')
      : draft.at > 0
        ? text('mine.kinds.started')
        : undefined
  return (
    <Link className="big line" to={openId === null ? `/me/kinds/${kind.code}` : `/me/matters/${openId}`}>
      <span className="grow">
        <b>{wordsOf(kind.name)}</b>
        {words !== undefined && <span>{words}</span>}
      </span>
      <Icon name="right" size={26} />
    </Link>
  )
}
