import { useEffect, useRef, useState } from 'react'
import { useOpenFile } from '../../../../ui/personal/use-personal.ts'
import { keepSealed, openSealed } from '../../../../ui/state/sealed.ts'
import type { MyRound } from '../../contract-receipts.ts'
import { readUnsent, type UnsentList } from './unsent-list.ts'

/** Changes are sealed one after the other, so that an older one never lies on top. */
let sealing: Promise<unknown> = Promise.resolve()

function keepInTurn(personId: string, list: UnsentList | undefined): void {
  sealing = sealing.then(() => keepSealed('list', personId, list))
}

/**
 * The list as it is being put in order. It outlives a reload and a phone that forgets the page, under the seal of the open
 * file; what was handed in lies with the round, and nothing is kept of it here.
 */
export function useUnsentList(round: MyRound, lists: NonNullable<MyRound['lists']>) {
  const { personId } = useOpenFile()
  const { roundId } = round
  const [chosen, setChosen] = useState<readonly string[]>(round.list ?? [])
  const isTouched = useRef(false)
  // Asked for once: what is typed meanwhile is newer.
  const about = useRef({ roundId, lists })
  useEffect(() => {
    void openSealed('list', personId).then((value) => {
      const unsent = readUnsent(value, about.current)
      if (unsent && !isTouched.current) setChosen(unsent)
    })
  }, [personId])
  const change = (posts: readonly string[]) => {
    isTouched.current = true
    setChosen(posts)
    keepInTurn(personId, { roundId, posts })
  }
  return { chosen, change, forget: () => keepInTurn(personId, undefined) }
}
