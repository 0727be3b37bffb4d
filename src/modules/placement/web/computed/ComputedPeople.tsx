import { Button } from 'antd'
import { useState } from 'react'
import { Panel } from '../../../../ui/layout/Panel.tsx'
import { useText } from '../../../../ui/text/use-text.ts'
import type { ComputedPage as Computed } from '../../contract.ts'
import { points } from '../open/words-of-board.ts'
import { CostsDrawer } from './CostsDrawer.tsx'
import { DeviateDrawer } from './DeviateDrawer.tsx'
import { EnterListDrawer } from './EnterListDrawer.tsx'
import { computedMessages } from './messages-computed.ts'

type Person = Computed['people'][number]
type Drawer = { readonly what: 'list' | 'deviate' | 'costs'; readonly person: Person }

/** Everybody in the order of the round: who has listed, what they got, what it costs, what was decided otherwise. */
export function ComputedPeople({ round }: { round: Computed }) {
  const words = useText(computedMessages)
  const [drawer, setDrawer] = useState<Drawer>()
  const { people, twoWay, isComputed } = round
  const count =
    twoWay && !isComputed
      ? words('placement.computed.listed', { count: people.filter(({ hasListed }) => hasListed).length, people: people.length })
      : words('placement.computed.placed', { count: people.filter(({ post }) => post !== null).length, people: people.length })
  const close = () => setDrawer(undefined)
  return (
    <Panel title={words('placement.computed.people')} count={count}>
      {twoWay?.phase === 'lists' && <p className="panel-words">{words('placement.computed.hidden')}</p>}
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a list that scrolls is reached by the keyboard */}
      <ol className="round-lines" tabIndex={0} aria-label={words('placement.computed.people')}>
        {people.map((person) => (
          <Row key={person.candidateId} person={person} round={round} onOpen={(what) => setDrawer({ what, person })} />
        ))}
      </ol>
      {drawer?.what === 'list' && <EnterListDrawer round={round} person={drawer.person} onClose={close} />}
      {drawer?.what === 'deviate' && <DeviateDrawer round={round} person={drawer.person} onClose={close} />}
      {drawer?.what === 'costs' && <CostsDrawer round={round} person={drawer.person} onClose={close} />}
    </Panel>
  )
}

interface RowProps {
  person: Person
  round: Computed
  onOpen: (what: Drawer['what']) => void
}

function Row({ person, round, onOpen }: RowProps) {
  const words = useText(computedMessages)
  const { can, directive, line } = round
  return (
    <li data-standing={person.post === null ? undefined : 'placed'} data-gone={person.isRemoved || undefined}>
      <b>{person.position ?? person.number}</b>
      <span>
        {person.name} <small className="faint">{person.composite === null ? '' : points(person.composite)}</small>
        <Notes person={person} round={round} />
      </span>
      <span className="computed-acts">
        <Got person={person} round={round} />
        {can.enterList && !person.isRemoved && (
          <Button size="small" onClick={() => onOpen('list')}>
            {words('placement.computed.enterList')}
          </Button>
        )}
        {can.deviate && !person.isRemoved && (
          <Button size="small" onClick={() => onOpen('deviate')}>
            {words('placement.computed.deviate')}
          </Button>
        )}
        {directive && line.state !== 'draft' && (
          <Button size="small" onClick={() => onOpen('costs')}>
            {words('placement.computed.costsOf')}
          </Button>
        )}
      </span>
    </li>
  )
}

function Got({ person, round }: Omit<RowProps, 'onOpen'>) {
  const words = useText(computedMessages)
  if (person.isRemoved) return <span>{words('placement.computed.removed')}</span>
  if (round.isComputed) return <span>{person.post ?? words('placement.computed.noPost')}</span>
  if (!round.twoWay || round.line.state !== 'open') return null
  return <span>{words(person.hasListed ? 'placement.computed.hasListed' : 'placement.computed.notListed')}</span>
}

/** The list once it may be seen, the lines of the cost, and what was decided otherwise beside the optimum. */
function Notes({ person, round }: Omit<RowProps, 'onOpen'>) {
  const words = useText(computedMessages)
  const { cost, deviation, list, optimum, post } = person
  return (
    <>
      {list && <small className="round-note">{words('placement.computed.list', { posts: list.join(' ') })}</small>}
      {cost && <small className="round-note">{words('placement.computed.costLine', { ...cost })}</small>}
      {round.directive && round.isComputed && optimum !== post && (
        <small className="round-note">
          {words('placement.computed.optimumWas', { post: optimum ?? words('placement.computed.noPost') })}
        </small>
      )}
      {deviation && <small className="round-note">{words('placement.computed.deviation', { ...deviation })}</small>}
    </>
  )
}
