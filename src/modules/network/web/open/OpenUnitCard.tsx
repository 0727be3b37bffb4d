import type { ReactNode } from 'react'
import { Link } from 'react-router'
import { CallNumber } from '../../../../ui/plain/CallNumber.tsx'
import { FactList } from '../../../../ui/plain/FactList.tsx'
import { useDay } from '../../../../ui/plain/use-day.ts'
import { useLanguage } from '../../../../ui/text/language.ts'
import { useText } from '../../../../ui/text/use-text.ts'
import type { OpenUnit } from '../../contract-open.ts'
import { openUnitMessages } from './messages-open.ts'
import { openUnitsPath } from './open-path.ts'

/** A unit for whoever wants to go there or to call; of one that is over, where to go instead. */
export function OpenUnitCard({ unit }: { unit: OpenUnit }) {
  const text = useText(openUnitMessages)
  const day = useDay()
  const isOver = unit.status === 'merged' || unit.status === 'closed'
  const tags = [
    text(`network.open.kind.${unit.kind}`),
    ...(unit.isBranch ? [text('network.open.branch')] : []),
    unit.status === 'open' ? text('network.open.opened', { day: day(unit.openedOn) }) : text(`network.open.status.${unit.status}`),
  ]
  return (
    <li data-over={isOver || undefined} data-unit={unit.unitCode}>
      <h3>{unit.name}</h3>
      <p className="tags">{tags.join(' · ')}</p>
      {isOver ? <WhereTo unit={unit} /> : <Facts unit={unit} />}
    </li>
  )
}

function WhereTo({ unit: { closedOn, mergedInto } }: { unit: OpenUnit }) {
  const text = useText(openUnitMessages)
  const day = useDay()
  const on = day(closedOn ?? '')
  if (!mergedInto) return <p className="soft">{text('network.open.closed', { day: on })}</p>
  return (
    <p className="soft">
      {text('network.open.merged', { day: on })}{' '}
      <Link to={openUnitsPath(mergedInto.unitCode.slice(0, 12))}>{mergedInto.name || mergedInto.unitCode}</Link>
    </p>
  )
}

/** A number that a telephone dials when it is pressed. */
export function Phone({ number }: { number: string }) {
  const text = useText(openUnitMessages)
  if (number === '') return <span className="faint">{text('network.open.notShown')}</span>
  return <CallNumber number={number} />
}

function Facts({ unit }: { unit: OpenUnit }) {
  const text = useText(openUnitMessages)
  const word = useWord()
  const awards = unit.awards.map((award) =>
    award.level > 0 ? text('network.open.stars', { name: word(award), count: award.level }) : word(award),
  )
  const rows: readonly (readonly [string, ReactNode])[] = [
    [text('network.open.address'), unit.address],
    [text('network.open.phone'), <Phone key="phone" number={unit.phone} />],
    [text('network.open.hours'), unit.openingHours],
    [text('network.open.awards'), awards.join('、')],
    [text('network.open.amenities'), unit.amenities.map(word).join('、')],
  ]
  return <FactList rows={rows} />
}

function useWord(): (words: { zh: string; en: string }) => string {
  const language = useLanguage()
  return ({ zh, en }) => (language === 'en' ? en : zh)
}
