import { useState } from 'react'
import { Link } from 'react-router'
import { useAccount } from '../../../../../ui/api/use-session.ts'
import { PageHead } from '../../../../../ui/layout/Panel.tsx'
import { EmptyState } from '../../../../../ui/parts/EmptyState.tsx'
import { DataTable } from '../../../../../ui/table/DataTable.tsx'
import { usePages } from '../../../../../ui/table/use-pages.ts'
import { useText } from '../../../../../ui/text/use-text.ts'
import { listLeases } from '../../../contract.ts'
import { deviceColumns } from './device-columns.tsx'
import type { Lease } from './lease.ts'
import { deviceMessages } from './messages-devices.ts'
import { RevokeDrawer } from './RevokeDrawer.tsx'
import { useUnitNames } from './use-unit-names.ts'
import '../field.css'

/** Who has taken which village along, on which device, until when; and taking it back. */
export function DevicesPage() {
  const text = useText(deviceMessages)
  const { unitCode } = useAccount()
  const [revoked, setRevoked] = useState<Lease>()
  const pages = usePages(listLeases, { place: unitCode }, { key: 'devices' })
  const nameOf = useUnitNames((pages.query.data?.rows ?? []).map((lease) => lease.unitCode))
  return (
    <>
      <PageHead
        title={text('casework.devices.title')}
        note={text('casework.devices.note')}
        actions={
          <Link className="plain-button" to="/desk/devices/bring-in">
            {text('casework.bring.title')}
          </Link>
        }
      />
      <div className="panel">
        <DataTable
          name="devices"
          label={text('casework.devices.title')}
          columns={deviceColumns({ text, nameOf, onRevoke: setRevoked })}
          pages={pages}
          keyOf={({ id }) => id}
          chosen={revoked?.id}
          empty={<EmptyState title={text('casework.devices.none')} words={text('casework.devices.noneWords')} />}
        />
      </div>
      {revoked && <RevokeDrawer key={revoked.id} lease={revoked} onClose={() => setRevoked(undefined)} />}
    </>
  )
}
