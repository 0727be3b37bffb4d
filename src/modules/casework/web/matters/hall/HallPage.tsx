import { Button } from 'antd'
import { useEffect, useRef, useState } from 'react'
import { Link, useSearchParams } from 'react-router'
import type { z } from 'zod'
import { useView } from '../../../../../ui/api/use-view.ts'
import { FormField } from '../../../../../ui/fields/FormField.tsx'
import { PageHead, Panel } from '../../../../../ui/layout/Panel.tsx'
import { useAmended } from '../../../../../ui/outbox/amended.ts'
import { useOnline } from '../../../../../ui/outbox/use-field.ts'
import { ViewState } from '../../../../../ui/parts/ViewState.tsx'
import { useText } from '../../../../../ui/text/use-text.ts'
import { getPerson } from '../../../../registry/contract.ts'
import { listEntitlements, listKinds, listMatters, type MatterKind } from '../../../contract.ts'
import { usePackedPerson } from '../../field/pack/use-packed-person.ts'
import { PersonSearch } from '../../people/PersonSearch.tsx'
import { QualityPanel } from '../balance/QualityPanel.tsx'
import { matterMessages } from '../messages.ts'
import { useWordsOf } from '../words-of.ts'
import { BeginDrawer } from './BeginDrawer.tsx'
import { EntitledList } from './EntitledList.tsx'
import { MatterLines } from './MatterLines.tsx'
import { type ServedFile, servedOfPack } from './served-file.ts'
import '../../casework.css'
import '../matters.css'

/** One window: find the person, see what is under way and what may be asked for, begin it. */
export function HallPage() {
  const text = useText(matterMessages)
  const [search, setSearch] = useSearchParams()
  const personId = search.get('person')
  return (
    <>
      <PageHead
        title={text('matters.hall.title')}
        actions={
          personId !== null && (
            <Button size="middle" onClick={() => setSearch({})}>
              {text('matters.hall.other')}
            </Button>
          )
        }
      />
      {personId === null ? <FindPerson onFound={(person) => setSearch({ person })} /> : <Served key={personId} personId={personId} />}
    </>
  )
}

function FindPerson({ onFound }: { onFound: (personId: string) => void }) {
  const text = useText(matterMessages)
  return (
    <>
      <div className="panel hall-find quick">
        <FormField label={text('matters.hall.find')}>
          {(field) => <PersonSearch field={field} onPick={({ id }) => onFound(id)} />}
        </FormField>
      </div>
      <QualityPanel />
    </>
  )
}

function Served({ personId }: { personId: string }) {
  const carried = usePackedPerson(personId)
  const query = useView(getPerson, { personId }, { enabled: !carried })
  if (carried) return <Desk file={servedOfPack(carried)} />
  return (
    <ViewState query={query} lines={6}>
      {(file) => <Desk file={file} />}
    </ViewState>
  )
}

function Desk({ file }: { file: ServedFile }) {
  const text = useText(matterMessages)
  const kinds = useView(listKinds, {})
  const open = useView(listMatters, { place: file.unitCode, personId: file.id, limit: 20 }, { live: ['matter.opened', 'matter.moved'] })
  const entitled = useView(listEntitlements, { personId: file.id }, { live: ['matter.opened', 'matter.closed'] })
  const isOnline = useOnline()
  const [begun, setBegun] = useState<MatterKind>()
  const amended = useAmended()?.body['typeCode']
  const isAmended = useRef(false)
  useEffect(() => {
    const kind = kinds.data?.kinds.find(({ code }) => code === amended)
    if (!kind || isAmended.current) return
    isAmended.current = true
    setBegun(kind)
  }, [amended, kinds.data])
  const begin = (code: string) => setBegun(kinds.data?.kinds.find((kind) => kind.code === code))
  return (
    <div className="matter-two hall">
      <div className="stack">
        <Panel
          title={
            <>
              <Link to={`/desk/people/${file.id}`}>{file.nameMasked}</Link> · {text('matters.hall.open')}
            </>
          }
        >
          <ViewState query={open}>
            {({ rows }) => <MatterLines rows={rows} empty={text(isOnline ? 'matters.hall.nothing' : 'matters.hall.nothingHere')} />}
          </ViewState>
        </Panel>
        {isOnline && (
          <Panel title={text('matters.hall.entitled')}>
            <ViewState query={entitled}>{({ entitlements }) => <EntitledList entitlements={entitlements} onBegin={begin} />}</ViewState>
          </Panel>
        )}
      </div>
      <div className="stack">
        <Panel title={text('matters.hall.can')}>
          <ViewState query={kinds}>
            {(found) => <KindList kinds={offered(found).filter((kind) => isOnline || !asksRoster(kind))} onBegin={setBegun} />}
          </ViewState>
        </Panel>
      </div>
      {begun && <BeginDrawer key={begun.code} kind={begun} file={file} onClose={() => setBegun(undefined)} />}
    </div>
  )
}

/** What belongs to another seat is begun there: nobody fills in a form to be told so. */
const offered = ({ kinds, canBegin }: z.output<(typeof listKinds)['output']>): readonly MatterKind[] =>
  canBegin === undefined ? kinds : kinds.filter(({ code }) => canBegin.includes(code))

/** Which day a lawyer sits, only the server knows. */
const asksRoster = ({ fields }: MatterKind): boolean => fields.some(({ onRoster }) => onRoster)

function KindList({ kinds, onBegin }: { kinds: readonly MatterKind[]; onBegin: (kind: MatterKind) => void }) {
  const text = useText(matterMessages)
  const wordsOf = useWordsOf()
  return (
    <ul className="matter-lines">
      {kinds.map((kind) => (
        <li key={kind.code}>
          <span className="grow">
            <Link to={`/desk/matters/kinds/${kind.code}`}>{wordsOf(kind.name)}</Link>
          </span>
          <Button size="small" onClick={() => onBegin(kind)}>
            {text('matters.hall.begin')}
          </Button>
        </li>
      ))}
    </ul>
  )
}
