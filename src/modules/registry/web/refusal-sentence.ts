import type { z } from 'zod'
import { count } from '../../../ui/text/format.ts'
import type * as contract from '../contract.ts'
import { codeWord } from './code-word.ts'
import type { RegistryText } from './messages.ts'

type RefusalOf<C> = C extends { refusal: infer R extends z.ZodType } ? z.output<R> : never

type Contracts = typeof contract

/** Everything that an action of the registry may refuse. */
export type RegistryRefusal = RefusalOf<
  Contracts[
    | 'capturePerson'
    | 'changePerson'
    | 'setService'
    | 'addIdentity'
    | 'setIdentityStatus'
    | 'endIdentity'
    | 'addKin'
    | 'changeKin'
    | 'removeKin'
    | 'recordDeath'
    | 'undoDeath'
    | 'archivePerson'
    | 'reopenPerson'
    | 'unmaskPerson'
    | 'giveDoorCode'
    | 'registerAuthority'
    | 'endAuthority'
    | 'mergePersons'
    | 'undoMerge'
    | 'dismissDuplicate'
    | 'askTransfer'
    | 'sendTransfer'
    | 'decideTransfer'
    | 'withdrawTransfer'
    | 'startImport'
    | 'runImport'
    | 'cancelImport'
    | 'askExport'
    | 'approveExport'
    | 'declineExport']
>

/** One plain sentence for each: a new code without a sentence does not compile. */
export const refusalSentence = (refusal: RegistryRefusal, text: RegistryText): string =>
  text(`registry.refusal.${refusal.code}`, valuesOf(refusal, text))

/** The same where a file that stands is changed: whoever corrects a number did not mean to open a file. */
export function changeSentence(refusal: RegistryRefusal, text: RegistryText): string {
  if (refusal.code === 'already-registered') return text('registry.refusal.number-here')
  return refusal.code === 'registered-elsewhere' ? text('registry.refusal.number-elsewhere') : refusalSentence(refusal, text)
}

function valuesOf(refusal: RegistryRefusal, text: RegistryText): Record<string, string | number> {
  switch (refusal.code) {
    case 'invalid-fields':
      return { count: refusal.issues.length }
    case 'has-grown':
      return { count: count(refusal.people) }
    case 'already-recorded':
      return { deceasedOn: refusal.deceasedOn }
    case 'daily-limit':
    case 'asked-too-often':
      return { limit: refusal.limit }
    case 'not-from-here':
      return { status: codeWord(text, 'identity', refusal.status) }
    case 'already-settled':
      return { status: codeWord(text, 'transferStatus', refusal.status) }
    case 'too-many-years':
      return { years: refusal.years }
    case 'unreadable':
      return { sentence: refusal.sentence }
    case 'not-to-run':
    case 'already-over':
      return { status: codeWord(text, 'importStatus', refusal.status) }
    case 'already-decided':
      return { status: codeWord(text, 'exportStatus', refusal.status) }
    case 'too-many':
      return { people: count(refusal.people), limit: count(refusal.limit) }
    default:
      return {}
  }
}
