import type { z } from 'zod'
import type { Field as ContractField, MatterKind } from '../../../contract.ts'
import type { Field, MatterType, Step } from '../../../domain/matters/matter-type.ts'

/** Fields as they cross the wire. */
export const fieldsOf = (fields: readonly Field[]): z.input<typeof ContractField>[] =>
  fields.map(({ choices, when, ...field }) => ({
    ...field,
    ...(choices ? { choices: [...choices] } : {}),
    ...(when ? { when: { ...when, is: [...when.is] } } : {}),
  }))

const stepOf = ([code, step]: [string, Step]): MatterKind['steps'][number] => ({
  code,
  name: step.name,
  from: [...step.from],
  to: step.to,
  by: [...step.by],
  clocks: { starts: [...(step.starts ?? [])], stops: [...(step.stops ?? [])], lapses: step.lapses ?? null, within: step.within ?? null },
  isBack: step.isBack ?? false,
})

/** A declaration as a page needs it. */
export const kindOf = (type: MatterType): MatterKind => ({
  code: type.code,
  version: type.version,
  name: type.name,
  articles: [...type.articles],
  about: type.about,
  onMe: type.onMe,
  fields: fieldsOf(type.fields),
  documents: type.documents.map(({ when, ...document }) => ({ ...document, ...(when ? { when: { ...when, is: [...when.is] } } : {}) })),
  begins: { by: [...type.begins.by], state: type.begins.state },
  states: Object.entries(type.states).map(([code, { name, waitsFor = null, outcome = null, rests = false }]) => ({
    code,
    name,
    waitsFor,
    outcome,
    rests,
  })),
  steps: Object.entries(type.steps).map(stepOf),
  clocks: Object.entries(type.clocks).map(([code, { name, days, kind, owner, article, extension = null, isWindow = false }]) => ({
    code,
    name,
    days,
    kind,
    owner,
    article,
    extension,
    isWindow,
  })),
})
