import { type Bound, ENTRUSTED_KIND } from '../world/persons.ts'
import type { Generator, Maker, ProbeCase } from './probe-case.ts'

type Made = Omit<ProbeCase, 'route'>

const QUESTION = { question: '子女入学有什么优待' }

/** Who has a file of their own open: not somebody with authority, whose file is one of these. */
const owners = (maker: Maker): readonly Bound[] => maker.persons.filter(({ kinds }) => kinds === undefined)

/** What all persons ask alike: each hears of the own file. */
const ofOwnFile =
  (textsOf: (person: Bound) => readonly string[], body: object = {}): Generator =>
  async (maker) => [{ label: 'own', body, holdsFor: new Map(owners(maker).map((person) => [person.personId, textsOf(person)])) }]

/** One call about something of each person's own; to everybody else it is not there. */
const eachOwn =
  (of: (person: Bound, maker: Maker) => Promise<Omit<Made, 'label' | 'belongsTo'>>): Generator =>
  async (maker) => {
    const cases: Made[] = []
    for (const person of owners(maker)) cases.push({ label: person.label, belongsTo: person.personId, ...(await of(person, maker)) })
    return cases
  }

const asked = (person: Bound, maker: Maker): Promise<string> => maker.begin(person, ENTRUSTED_KIND, QUESTION)
const givenUp = (matterId: string) => ({ matterId, step: 'giveUp', steps: 1 })

const stepped = eachOwn(async (person, maker) => {
  const body = givenUp(await asked(person, maker))
  return { kind: ENTRUSTED_KIND, body, absent: { ...body, matterId: maker.nobody() } }
})

/** Of a kind for which nobody has an authority. */
const steppedApart = eachOwn(async (person, maker) => {
  const body = givenUp(await maker.begin(person, 'jobWish', { wish: 'none' }))
  return { kind: 'jobWish', body, absent: { ...body, matterId: maker.nobody() } }
})

const given = eachOwn(async (person, maker) => {
  const body = { matterId: person.matterId, code: 'discharge', fileId: await maker.paper(person) }
  return { kind: 'preferenceCard', body, absent: { ...body, matterId: maker.nobody() } }
})

const rated = eachOwn(async (person, maker) => {
  const matterId = await asked(person, maker)
  await maker.take(person, givenUp(matterId))
  const body = { matterId, stars: 4 }
  return { kind: ENTRUSTED_KIND, body, absent: { ...body, matterId: maker.nobody() } }
})

/** Marks a message of somebody else's, which is no message at all. */
const read: Generator = async (maker) =>
  owners(maker).map((person): Made => {
    const isSole = !maker.persons.some((other) => other !== person && other.personId === person.personId)
    return {
      label: person.label,
      namesRowOf: person.personId,
      body: { ids: [person.noticeId] },
      absent: { ids: [maker.nobody()] },
      // Of two who may, the second reads nothing new.
      ...(isSole ? { holds: ['"read":1'] } : {}),
    }
  })

/** What a person asks on /me. No message names a person: ids of matters and messages are all that a stranger can try. */
export const mine: Readonly<Record<string, Generator>> = {
  'mine.home': ofOwnFile(({ matterId }) => [matterId, '"unread":1']),
  'mine.file': ofOwnFile(() => ['"fileCorrection"', '"phone"']),
  'mine.entitlements': ofOwnFile(() => []),
  'mine.kinds': ofOwnFile(({ matterId }) => [matterId]),
  'mine.matters': ofOwnFile(({ matterId }) => [matterId], { limit: 500 }),
  'mine.duties': ofOwnFile(() => ['"duties"']),
  'mine.messages': ofOwnFile(({ noticeId }) => [noticeId], { limit: 500 }),
  'mine.matter': eachOwn(async ({ matterId }, maker) => ({
    kind: 'preferenceCard',
    body: { matterId },
    absent: { matterId: maker.nobody() },
    holds: [matterId],
  })),
  'mine.open': async () => [
    { label: 'a question', kind: ENTRUSTED_KIND, body: { typeCode: ENTRUSTED_KIND, answers: QUESTION } },
    { label: 'a plaque', kind: 'gloryPlaque', body: { typeCode: 'gloryPlaque', answers: { ground: 'veteran' } } },
  ],
  'mine.step': async (maker) => [...(await stepped(maker)), ...(await steppedApart(maker))],
  'mine.giveDocument': given,
  'mine.rate': rated,
  'mine.readMessages': read,
}
