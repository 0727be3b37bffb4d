import type { KindField, WorkKind } from './kind.ts'

const twice = (codes: readonly string[]): string[] => [...new Set(codes.filter((code, at) => codes.indexOf(code) !== at))]

/** A part is a number, and its whole another number of the kind. */
const isPart = ({ fields }: WorkKind, { code, atMost, type }: KindField): boolean =>
  type === 'number' && fields.some((one) => one.code === atMost && one.code !== code && one.type === 'number')

function faultsOfField(kind: WorkKind, field: KindField): string[] {
  const at = `${kind.code}.${field.code}`
  const choices = field.choices ?? []
  return [
    ...((field.type === 'number') !== (field.unit !== undefined) ? [`${at}: a number has a unit, and nothing else has one`] : []),
    ...((field.type === 'choice') !== choices.length > 0 ? [`${at}: a choice has words to choose from, and nothing else has them`] : []),
    ...(field.atMost !== undefined && !isPart(kind, field) ? [`${at}: is a part of no other number`] : []),
    ...twice(choices.map(({ code }) => code)).map((code) => `${at}: ${code} stands twice`),
  ]
}

/** Everything that zod cannot see in a set of kinds, one sentence each: codes that stand twice, units where there is no number. */
export function checkKinds(kinds: readonly WorkKind[]): string[] {
  return [
    ...twice(kinds.map(({ code, version }) => `${code} ${version}`)).map((name) => `${name}: stands twice`),
    ...kinds.flatMap((kind) => [
      ...twice(kind.fields.map(({ code }) => code)).map((code) => `${kind.code}.${code}: stands twice`),
      ...kind.fields.flatMap((field) => faultsOfField(kind, field)),
    ]),
  ]
}
