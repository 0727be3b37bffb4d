import type { ReactNode } from 'react'
import { Link } from 'react-router'
import { Tag } from '../../../ui/parts/Tag.tsx'
import type { Text } from '../../../ui/text/use-text.ts'
import type { ServiceUnit } from '../contract.ts'
import type { NetworkKey } from './messages.ts'
import { statusTone } from './unit-columns.tsx'

/** What a unit tells about itself, line by line; what it lacks is said where people look for it. */
export function unitFacts(text: Text<NetworkKey>, unit: ServiceUnit): { name: string; value: ReactNode }[] {
  const missing = <span className="faint">{text('network.unit.missing')}</span>
  const some = (key: NetworkKey, value: ReactNode) => (value ? [{ name: text(key), value }] : [])
  const yes = text('network.unit.yes')
  return [
    { name: text('network.unit.kind'), value: text(`network.kind.${unit.kind}`) },
    { name: text('network.unit.tier'), value: text(`network.tier.${unit.tier}`) },
    { name: text('network.unit.status'), value: <Tag tone={statusTone[unit.status]}>{text(`network.status.${unit.status}`)}</Tag> },
    { name: text('network.unit.address'), value: unit.address || missing },
    { name: text('network.unit.phone'), value: unit.phone ? <a href={`tel:${unit.phone}`}>{unit.phone}</a> : missing },
    { name: text('network.unit.hours'), value: unit.openingHours || missing },
    ...some('network.unit.openedOn', unit.openedOn),
    ...some('network.unit.closedOn', unit.closedOn),
    ...some(
      'network.unit.merged',
      unit.mergedIntoCode && <Link to={`/desk/network/units/${unit.mergedIntoCode}`}>{unit.mergedIntoCode}</Link>,
    ),
    ...some('network.unit.paf', unit.sharesPafVenue && yes),
    ...some('network.unit.branch', unit.isBranch && yes),
    { name: text('network.unit.code'), value: <span className="mono">{unit.unitCode}</span> },
  ]
}
