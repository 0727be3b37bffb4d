import { useEffect, useState } from 'react'
import { useLocation, useMatch, useSearchParams } from 'react-router'
import { useAccount } from '../../../../../ui/api/use-session.ts'
import { see } from '../../../../../ui/api/use-view.ts'
import { useStore } from '../../../../../ui/state/store.ts'
import { useHotkey } from '../../../../../ui/state/use-hotkey.ts'
import { getPerson } from '../../../../registry/contract.ts'
import { useFieldAnswers } from '../../field/pack/use-field-answers.ts'
import { QuickVisit, type SavedVisit } from './QuickVisit.tsx'
import { closeQuickVisit, openQuickVisit, personOfFile, quickVisit } from './quick-visit-store.ts'
import { SavedToast } from './SavedToast.tsx'
import '../../casework.css'
import '../visits.css'

/** Listens for `N` on every page of the desk, and holds the form and what is said after saving. */
export function VisitTool() {
  const mayRecord = useAccount().grants.includes('visit.write')
  const asked = useStore(quickVisit)
  const [saved, setSaved] = useState<SavedVisit>()
  useDoors(mayRecord)
  useFieldAnswers()
  if (!mayRecord) return null
  return (
    <>
      {asked.open && (
        <QuickVisit
          key={asked.draft?.key ?? asked.person?.id ?? ''}
          person={asked.person}
          draft={asked.draft}
          onClose={closeQuickVisit}
          onSaved={(visit) => {
            closeQuickVisit()
            setSaved(visit)
          }}
        />
      )}
      {saved && <SavedToast key={saved.visitId} saved={saved} onGone={() => setSaved(undefined)} />}
    </>
  )
}

/** The ways in: `N` (for the person whose page it is), and an address with `?record=<person id>`. */
function useDoors(mayRecord: boolean): void {
  const onPage = useMatch('/desk/people/:personId')?.params['personId']
  const [search, setSearch] = useSearchParams()
  const { pathname } = useLocation()
  const linked = search.get('record')
  useHotkey('n', () => void openFor(onPage), mayRecord)
  useEffect(() => {
    if (linked === null || !mayRecord || pathname === '') return
    void openFor(linked)
    setSearch(
      (before) => {
        before.delete('record')
        return before
      },
      { replace: true },
    )
  }, [linked, mayRecord, pathname, setSearch])
}

/** Opens the form for a person; where the file cannot be read, for nobody yet. */
async function openFor(personId: string | undefined): Promise<void> {
  const isId = personId !== undefined && /^[0-9a-f-]{36}$/i.test(personId)
  const file = isId ? await see(getPerson, { personId }).catch(() => undefined) : undefined
  openQuickVisit(file && personOfFile(file))
}
