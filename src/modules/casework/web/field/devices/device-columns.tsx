import { Button } from 'antd'
import { Tag } from '../../../../../ui/parts/Tag.tsx'
import type { Column } from '../../../../../ui/table/column.ts'
import { minuteOf } from '../../../../../ui/text/minute-of.ts'
import type { Text } from '../../../../../ui/text/use-text.ts'
import type { Lease } from './lease.ts'
import type { deviceMessages } from './messages-devices.ts'

const TONES = { alive: 'green', expired: 'slate', revoked: 'red' } as const

interface ColumnParts {
  text: Text<(typeof deviceMessages)['keys'][number]>
  nameOf: (unitCode: string) => string
  onRevoke: (lease: Lease) => void
}

/** The columns of the list of devices. */
export const deviceColumns = ({ text, nameOf, onRevoke }: ColumnParts): Column<Lease>[] => [
  { key: 'who', title: text('casework.devices.who'), width: 96, card: 'title', draw: ({ byName }) => <b>{byName}</b> },
  { key: 'unit', title: text('casework.devices.unit'), width: 200, draw: ({ unitCode }) => nameOf(unitCode) },
  { key: 'people', title: text('casework.devices.people'), width: 72, draw: ({ people }) => people },
  { key: 'taken', title: text('casework.devices.taken'), width: 130, draw: ({ takenAt }) => minuteOf(takenAt) },
  { key: 'until', title: text('casework.devices.until'), width: 130, draw: ({ expiresAt }) => minuteOf(expiresAt) },
  { key: 'device', title: text('casework.devices.device'), width: 96, draw: ({ deviceId }) => deviceId.slice(-6) },
  {
    key: 'state',
    title: text('casework.devices.state'),
    width: 90,
    draw: ({ state }) => <Tag tone={TONES[state]}>{text(`casework.devices.state.${state}`)}</Tag>,
  },
  {
    key: 'revoke',
    title: '',
    width: 90,
    draw: (lease) =>
      lease.state !== 'revoked' && (
        <Button size="small" onClick={() => onRevoke(lease)}>
          {text('casework.devices.revoke')}
        </Button>
      ),
  },
]
