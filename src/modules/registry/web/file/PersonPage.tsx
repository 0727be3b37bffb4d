import { lazy, Suspense, useState } from 'react'
import { Link, useParams } from 'react-router'
import { useView } from '../../../../ui/api/use-view.ts'
import { useUncovered } from '../../../../ui/fields/use-uncovered.ts'
import { EmptyState } from '../../../../ui/parts/EmptyState.tsx'
import { ViewState } from '../../../../ui/parts/ViewState.tsx'
import { useText } from '../../../../ui/text/use-text.ts'
import { getPerson, type PersonFile } from '../../contract.ts'
import { TimelinePanel } from '../history/TimelinePanel.tsx'
import { registryMessages } from '../messages.ts'
import type { Uncovering } from '../unmask/UnmaskControl.tsx'
import { BasicPanel } from './BasicPanel.tsx'
import type { Editing } from './editing.ts'
import { PartsPanel } from './PartsPanel.tsx'
import { PersonHead } from './PersonHead.tsx'
import '../registry.css'

const PersonDrawer = lazy(() => import('./PersonDrawer.tsx').then((module) => ({ default: module.PersonDrawer })))

/** 一人一档: who, what they are entitled to, and everything that passed between us. */
export function PersonPage() {
  const text = useText(registryMessages)
  const { personId = '' } = useParams()
  const query = useView(getPerson, { personId }, { live: ['visit.done', 'person.captured'] })
  if (query.error?.problem.code === 'not-found' || query.error?.problem.code === 'invalid-input') {
    return (
      <EmptyState
        title={text('registry.file.notFound')}
        words={text('registry.file.notFoundWords')}
        action={<Link to="/desk/people">{text('registry.crumb')}</Link>}
      />
    )
  }
  return (
    <ViewState query={query} lines={10}>
      {(file) => <OpenFile key={file.id} file={file} />}
    </ViewState>
  )
}

function OpenFile({ file }: { file: PersonFile }) {
  const [editing, setEditing] = useState<Editing>()
  const uncovered = useUncovered<Uncovering>()
  // Paper does not cover itself after ten minutes: what was uncovered is covered first.
  const print = () => {
    uncovered.cover()
    requestAnimationFrame(() => requestAnimationFrame(() => window.print()))
  }
  return (
    <>
      <PersonHead file={file} onEdit={setEditing} onPrint={print} />
      <div className="person-three">
        <BasicPanel file={file} uncovered={uncovered} onEdit={setEditing} />
        <PartsPanel file={file} onEdit={setEditing} />
        <TimelinePanel personId={file.id} onEdit={setEditing} />
      </div>
      {editing && (
        <Suspense fallback={null}>
          <PersonDrawer file={file} editing={editing} onClose={() => setEditing(undefined)} />
        </Suspense>
      )}
    </>
  )
}
