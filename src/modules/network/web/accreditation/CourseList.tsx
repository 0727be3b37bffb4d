import { useMemo, useState } from 'react'
import { useNavigate } from 'react-router'
import type { RegionCode } from '../../../../kernel/region-code.ts'
import { EmptyState } from '../../../../ui/parts/EmptyState.tsx'
import { DataTable } from '../../../../ui/table/DataTable.tsx'
import { usePages } from '../../../../ui/table/use-pages.ts'
import { useText } from '../../../../ui/text/use-text.ts'
import { type Accreditation, AccreditationState, listAccreditations } from '../../contract.ts'
import { CodeFilter } from '../CodeFilter.tsx'
import { accreditationColumns } from './accreditation-columns.tsx'
import { accreditationMessages } from './messages-accreditation.ts'
import { useSchemeWords } from './scheme-words.ts'

/** The courses at and below a place. */
export function CourseList({ place, scheme }: { place: RegionCode; scheme: string | undefined }) {
  const text = useText(accreditationMessages)
  const { name } = useSchemeWords()
  const go = useNavigate()
  const [state, setState] = useState<Accreditation['state']>()
  const filter = { place, ...(scheme ? { scheme } : {}), ...(state ? { states: [state] } : {}) }
  const pages = usePages(listAccreditations, filter, { key: 'accreditation.list', live: ['unit.accredited'] })
  const columns = useMemo(() => accreditationColumns(text, name), [text, name])
  return (
    <div className="panel list-panel">
      <DataTable
        name="accreditation.list"
        label={text('accreditation.view.list')}
        columns={columns}
        pages={pages}
        keyOf={({ id }) => id}
        onOpen={({ unitCode, id }) => void go(`/desk/network/accreditation/${unitCode}/${id}`)}
        filters={
          <CodeFilter
            label={text('accreditation.state')}
            codes={AccreditationState.options}
            words={(code) => text(`accreditation.states.${code}`)}
            value={state}
            onChange={setState}
          />
        }
        empty={<EmptyState title={text('accreditation.none')} words={text('accreditation.noneWords')} />}
      />
    </div>
  )
}
