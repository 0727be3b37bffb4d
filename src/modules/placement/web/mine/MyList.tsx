import { useAction } from '../../../../ui/api/use-action.ts'
import { ErrorState } from '../../../../ui/parts/ErrorState.tsx'
import { useDay } from '../../../../ui/plain/use-day.ts'
import { useText } from '../../../../ui/text/use-text.ts'
import type { MyRound } from '../../contract-receipts.ts'
import { handInMyList } from '../../contract-receipts.ts'
import { openRoundMessages } from '../open/messages-open.ts'
import { kindWord } from '../open/words-of-board.ts'
import { MyRefused } from './MyRefused.tsx'
import { listMessages } from './messages-lists.ts'
import { useUnsentList } from './use-unsent-list.ts'

type Lists = NonNullable<MyRound['lists']>

/** The own list of a two-way round: chosen above, what can still be chosen below. */
export function MyList({ round, lists }: { round: MyRound; lists: Lists }) {
  const text = useText(listMessages)
  const day = useDay()
  const { isOpen, until, most } = lists
  return (
    <section aria-label={text('placement.lists.title')}>
      <h2>{text('placement.lists.title')}</h2>
      {isOpen ? (
        <>
          <p>{text('placement.lists.until', { day: day(until), most })}</p>
          <p className="fine">{text('placement.lists.honest')}</p>
          <ListForm round={round} lists={lists} />
        </>
      ) : (
        <p>
          {round.receipt.links.length === 0 && round.list === null
            ? text('placement.lists.notYet', { day: day(until) })
            : text('placement.lists.over')}
        </p>
      )}
    </section>
  )
}

function ListForm({ round, lists }: { round: MyRound; lists: Lists }) {
  const text = useText(listMessages)
  const { chosen, change, forget } = useUnsentList(round, lists)
  const form = useAction(handInMyList, { onDone: forget })
  const isSame = chosen.join(' ') === (round.list ?? []).join(' ')
  const isFull = chosen.length >= lists.most
  const save = () => void form.send({ roundId: round.roundId, posts: [...chosen] })
  return (
    <>
      <Chosen lists={lists} chosen={chosen} onChange={change} />
      {form.problem && <ErrorState problem={form.problem} onRetry={save} slim />}
      {form.refusal && <MyRefused refusal={form.refusal} />}
      <p role="status">
        {form.value && isSame
          ? text('placement.lists.saved', { seq: form.value.seq })
          : isSame
            ? round.list && text('placement.lists.same')
            : text('placement.lists.unsent')}
      </p>
      <button type="button" className="solid" aria-busy={form.sending} disabled={form.sending || isSame} onClick={save}>
        {text('placement.lists.save')}
      </button>
      <h3>{text('placement.lists.open')}</h3>
      {isFull && <p className="fine">{text('placement.lists.full', { most: lists.most })}</p>}
      <OpenPosts lists={lists} chosen={chosen} isFull={isFull} onAdd={(code) => change([...chosen, code])} />
    </>
  )
}

interface ChosenProps {
  lists: Lists
  chosen: readonly string[]
  onChange: (chosen: readonly string[]) => void
}

function Chosen({ lists, chosen, onChange }: ChosenProps) {
  const text = useText(listMessages)
  const titleOf = (code: string) => lists.posts.find((post) => post.code === code)?.title ?? code
  const up = (at: number) =>
    onChange(chosen.map((code, index) => (index === at - 1 ? chosen[at] : index === at ? chosen[at - 1] : code) ?? code))
  return (
    <>
      <h3>{text('placement.lists.own')}</h3>
      {chosen.length === 0 && <p>{text('placement.lists.ownNone')}</p>}
      <ol className="my-list">
        {chosen.map((code, at) => (
          <li key={code}>
            <b>{at + 1}</b>
            <span>
              {code} {titleOf(code)}
            </span>
            <span className="acts">
              <button
                type="button"
                className="ghost"
                disabled={at === 0}
                aria-label={text('placement.lists.upOf', { post: code })}
                onClick={() => up(at)}
              >
                {text('placement.lists.up')}
              </button>
              <button
                type="button"
                className="ghost"
                aria-label={text('placement.lists.dropOf', { post: code })}
                onClick={() => onChange(chosen.filter((one) => one !== code))}
              >
                {text('placement.lists.drop')}
              </button>
            </span>
          </li>
        ))}
      </ol>
    </>
  )
}

interface OpenPostsProps {
  lists: Lists
  chosen: readonly string[]
  isFull: boolean
  onAdd: (code: string) => void
}

function OpenPosts({ lists, chosen, isFull, onAdd }: OpenPostsProps) {
  const [text, open] = [useText(listMessages), useText(openRoundMessages)]
  return (
    <ul className="my-list">
      {lists.posts
        .filter(({ code }) => !chosen.includes(code))
        .map(({ code, title, kind, seats }) => (
          <li key={code}>
            <b>{code}</b>
            <span>
              {title}
              <small>
                {kindWord(kind, open)} · {text('placement.lists.seats', { seats })}
              </small>
            </span>
            <span className="acts">
              <button
                type="button"
                className="ghost"
                disabled={isFull}
                aria-label={text('placement.lists.addOf', { post: code })}
                onClick={() => onAdd(code)}
              >
                {text('placement.lists.add')}
              </button>
            </span>
          </li>
        ))}
    </ul>
  )
}
