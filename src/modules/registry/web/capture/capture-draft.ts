import { z } from 'zod'
import { keep, kept } from '../../../../ui/state/kept.ts'
import type { capturePerson } from '../../contract.ts'

export type Capture = z.input<typeof capturePerson.input>

export interface CaptureFieldsProps {
  draft: Capture
  set: (change: Partial<Capture>) => void
  errorAt: (path: string) => string | undefined
}

const Kept = z.record(z.string(), z.unknown())

export interface Home {
  /** Digits of the signed-in account's unit. */
  unitCode: string
  tier: string
}

/** An empty file. Whoever works at a station captures for that station and mostly for its own households. */
export function emptyCapture({ unitCode, tier }: Home): Capture {
  const isStation = tier === 'village' || tier === 'township'
  return {
    unitCode: isStation ? unitCode : '',
    person: { name: '', citizenId: '', householdRegion: tier === 'village' ? unitCode.slice(0, 12) : '' },
    service: [],
    identities: [],
    kin: [],
    source: '',
  }
}

/** A draft that was kept, as far as it still looks like one; unknown shapes are left aside. */
export function readCapture(kept: string | undefined, empty: Capture): Capture | undefined {
  try {
    const draft = Kept.parse(JSON.parse(kept ?? ''))
    const list = (name: string) => (Array.isArray(draft[name]) ? draft[name] : [])
    const person = Kept.safeParse(draft['person'])
    if (!person.success) return undefined
    return {
      ...empty,
      unitCode: typeof draft['unitCode'] === 'string' ? draft['unitCode'] : empty.unitCode,
      person: { ...empty.person, ...person.data },
      service: list('service'),
      identities: list('identities'),
      kin: list('kin'),
      source: typeof draft['source'] === 'string' ? draft['source'] : '',
    } as Capture
  } catch {
    return undefined
  }
}

/**
 * The draft of an account. It lives with the window: it survives a reload and a lost session, and nobody finds an id
 * number on a shared machine once the window is closed.
 */
const nameOf = (accountId: string) => `capture.${accountId}`

export const keptCapture = (accountId: string, empty: Capture): Capture | undefined =>
  readCapture(kept('session', nameOf(accountId)), empty)

export const keepCapture = (accountId: string, draft: Capture | undefined): void =>
  keep('session', nameOf(accountId), draft && JSON.stringify(draft))
