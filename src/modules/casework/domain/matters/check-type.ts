import type { Field, MatterType, Seat, State, Step } from './matter-type.ts'

/**
 * What is wrong with a declaration, in sentences; empty where nothing is. Every state can be reached and left or is an end,
 * whoever a state waits for can take a step out of it, every clock has an owner who can stop it, is started and is stopped.
 */
export function checkType(type: MatterType): string[] {
  return [
    ...checkStates(type),
    ...checkSteps(type),
    ...checkClocks(type),
    ...checkFields(type),
    ...checkNamed(type),
    ...checkPrints(type),
  ].map((sentence) => `matter type ${type.code} version ${type.version}: ${sentence}`)
}

const stepsOf = (type: MatterType): readonly (readonly [string, Step])[] => Object.entries(type.steps)

/** The letters that the first step prints are declared as well. */
const checkPrints = (type: MatterType): string[] =>
  (type.begins.prints ?? [])
    .filter((letter) => !(letter in (type.letters ?? {})))
    .map((letter) => `begins by printing ${letter}, which is not declared`)

function checkStates(type: MatterType): string[] {
  const reached = reachable(type, type.begins.state)
  return Object.entries(type.states).flatMap(([code, state]) => {
    const leaving = stepsOf(type).flatMap(([, step]) => (step.from.includes(code) ? [step] : []))
    const wrong = state.outcome === undefined ? openIssues(type, code, leaving) : endIssues(state, leaving)
    return [...(reached.has(code) ? [] : ['cannot be reached']), ...wrong].map((issue) => `state ${code} ${issue}`)
  })
}

function openIssues(type: MatterType, code: string, leaving: readonly Step[]): string[] {
  const { waitsFor, rests } = type.states[code] ?? {}
  if (leaving.length === 0) return ['is a dead end']
  const isSomebodys = leaving.some((step) => isTurnOf(waitsFor, step))
  const canEnd = [...reachable(type, code)].some((state) => type.states[state]?.outcome !== undefined)
  return [
    ...(rests ? ['rests without an outcome'] : []),
    ...(isSomebodys ? [] : [`waits for ${waitsFor ?? 'nobody'}, who has no step to take`]),
    ...(canEnd ? [] : ['leads to no end']),
  ]
}

const endIssues = ({ rests, waitsFor }: State, leaving: readonly Step[]): string[] => [
  ...(leaving.length > 0 && !rests ? ['is an end, and yet a step leaves it'] : []),
  ...(waitsFor === undefined ? [] : [`is an end and waits for ${waitsFor}`]),
]

const isTurnOf = (seat: Seat | undefined, step: Step): boolean => seat !== undefined && step.by.includes(seat)

function reachable(type: MatterType, from: string): Set<string> {
  const reached = new Set([from])
  for (let before = 0; before !== reached.size; ) {
    before = reached.size
    for (const [, step] of stepsOf(type)) if (step.from.some((state) => reached.has(state))) reached.add(step.to)
  }
  return reached
}

function checkSteps(type: MatterType): string[] {
  const clocks = new Set(Object.keys(type.clocks))
  return stepsOf(type).flatMap(([code, step]) => {
    const states = [...step.from, step.to].filter((state) => !(state in type.states))
    const named = [...(step.starts ?? []), ...(step.stops ?? []), ...(step.pauses ?? []), ...(step.resumes ?? [])]
    const all = [...named, ...[step.extends, step.within, step.lapses].filter((clock) => clock !== undefined)]
    const unknown = all.filter((clock) => !clocks.has(clock))
    const letters = (step.prints ?? []).filter((letter) => !(letter in (type.letters ?? {})))
    const papers = typeof step.needsDocuments === 'object' ? step.needsDocuments : []
    const others = (step.notBy ?? []).filter((other) => other !== 'begin' && !(other in type.steps))
    return [
      ...(step.by.length === 0 ? [`step ${code} is nobody's`] : []),
      ...(step.by.includes('clock') !== (step.lapses !== undefined)
        ? [`step ${code}: the clock takes a step that lapses, and no other`]
        : []),
      ...states.map((state) => `step ${code} names the state ${state}, which is not declared`),
      ...unknown.map((clock) => `step ${code} names the clock ${clock}, which is not declared`),
      ...papers
        .filter((paper) => !type.documents.some((one) => one.code === paper))
        .map((paper) => `step ${code} needs the paper ${paper}, which is not declared`),
      ...letters.map((letter) => `step ${code} prints ${letter}, which is not declared`),
      ...others.map((other) => `step ${code} speaks of the step ${other}, which is not declared`),
    ]
  })
}

function checkClocks(type: MatterType): string[] {
  const starts = new Set([...(type.begins.starts ?? []), ...stepsOf(type).flatMap(([, step]) => step.starts ?? [])])
  return Object.entries(type.clocks).flatMap(([code, clock]) => {
    const ends = stepsOf(type).filter(([, step]) => step.stops?.includes(code) || type.states[step.to]?.outcome !== undefined)
    return [
      ...(starts.has(code) ? [] : [`clock ${code} is never started`]),
      ...(ends.length > 0 ? [] : [`clock ${code} is never stopped`]),
      ...(ends.some(([, step]) => step.by.includes(clock.owner)) ? [] : [`clock ${code} belongs to ${clock.owner}, who cannot stop it`]),
      ...(clock.days > 0 ? [] : [`clock ${code} has no days`]),
      ...(clock.article.trim() === '' ? [`clock ${code} names no article, nor "setting"`] : []),
    ]
  })
}

function checkFields(type: MatterType): string[] {
  const groups: readonly (readonly [string, readonly Field[]])[] = [
    ['', type.fields],
    ...stepsOf(type).map(([code, step]) => [`step ${code}: `, step.fields ?? []] as const),
  ]
  return groups.flatMap(([where, fields]) => {
    const codes = fields.map(({ code }) => code)
    const twice = codes.filter((code, at) => codes.indexOf(code) !== at)
    const bare = fields.filter(({ kind, choices }) => /^choices?$/.test(kind) && !choices?.length)
    return [...twice.map((code) => `${where}field ${code} stands twice`), ...bare.map(({ code }) => `${where}field ${code} has no choices`)]
  })
}

/** Whatever speaks of an answer speaks of one that is asked for. */
function checkNamed(type: MatterType): string[] {
  const steps = Object.values(type.steps)
  const fields = [...type.fields, ...steps.flatMap((step) => step.fields ?? [])]
  const codes = new Set(fields.map(({ code }) => code))
  const { authority, sameBy = [], yearOf } = type
  const named = [
    ...[...fields, ...steps, ...type.documents].map(({ when }) => when?.field),
    ...Object.values(type.clocks).flatMap(({ from, daysFrom }) => [from, daysFrom]),
    ...[authority?.scope, authority?.until, yearOf, ...sameBy],
  ]
  const unknown = named.filter((code) => code !== undefined && !codes.has(code))
  const isLoose = authority === undefined && steps.some((step) => step.underAuthority !== undefined)
  return [
    ...unknown.map((code) => `speaks of the answer ${code}, which nothing asks for`),
    ...(isLoose ? ['a step rests on an authority that the kind does not ask for'] : []),
  ]
}

/** What is wrong with all of them together: a version twice, or two versions from one day. */
export function checkTypes(types: readonly MatterType[]): string[] {
  const seen = new Set<string>()
  return types.flatMap((type) => {
    const [version, day] = [`${type.code} version ${type.version}`, `${type.code} from ${type.validFrom}`]
    const said = [version, day].filter((key) => seen.has(key)).map((key) => `matter type ${key} is declared twice`)
    seen.add(version).add(day)
    return [...checkType(type), ...said]
  })
}
