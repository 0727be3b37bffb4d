import type { PersonFilter } from '../../contract.ts'
import { codeWord } from '../code-word.ts'
import type { RegistryText } from '../messages.ts'

interface Wording {
  readonly text: RegistryText
  /** The name of an entitlement class in the reader's language. */
  readonly nameOf: (code: string) => string
}

/** The conditions of a roster, one by one, the place aside. */
export function filterWords(filter: PersonFilter, { text, nameOf }: Wording): string[] {
  const { classCode, sex, living, completenessBelow: percent, noContactSince: since, capturedFrom: from, capturedTo: to } = filter
  return [
    filter.status.map((status) => codeWord(text, 'status', status)).join(text('registry.export.joint')),
    classCode && nameOf(classCode),
    sex && codeWord(text, 'sex', sex),
    living && codeWord(text, 'living', living),
    filter.minAge !== undefined && text('registry.export.fromAge', { age: String(filter.minAge) }),
    filter.maxAge !== undefined && text('registry.export.toAge', { age: String(filter.maxAge) }),
    percent !== undefined && text('registry.export.below', { percent: String(percent) }),
    since && text('registry.export.noContactSince', { on: since }),
    from && text('registry.export.openedFrom', { on: from }),
    to && text('registry.export.openedTo', { on: to }),
  ].filter((word): word is string => typeof word === 'string' && word !== '')
}
