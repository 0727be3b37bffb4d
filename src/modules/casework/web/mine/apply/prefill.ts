import type { Field } from '../../../contract.ts'
import type { Draft } from '../../matters/answers/answer-draft.ts'

/** What somebody came from: a part of the file by its code, and the line of it by the name that the page showed. */
export interface About {
  readonly code: string
  readonly name: string
}

/** What the address says that this is about: `?about=contact&name=手机`. */
export function readAbout(search: URLSearchParams): About | undefined {
  const code = search.get('about')
  return code === null ? undefined : { code, name: search.get('name') ?? code }
}

/** The answers that follow from where somebody came from: the choice of that part, and the line as the first words. */
export function prefill(fields: readonly Field[], about: About | undefined): Draft {
  if (!about) return {}
  const choice = fields.find(({ kind, choices }) => kind === 'choice' && choices?.some(({ code }) => code === about.code))
  const words = fields.find(({ kind }) => kind === 'text' || kind === 'longText')
  return { ...(choice && { [choice.code]: about.code }), ...(words && { [words.code]: `${about.name}：` }) }
}
