import { COUNTIES, NOWHERE, PROVINCES, VILLAGES } from '../world/places.ts'
import type { Generator, Maker, ProbeCase } from './probe-case.ts'

/** Pseudo nodes of the tree (市辖区) write no brief. */
const OFFICES = [...COUNTIES, '640100000000', ...PROVINCES]
const period = { from: '2026-01-01', to: '2026-01-31' }
const WHY = '请补充走访情况'

const writeBody = (place: string) => ({ place, template: 'monthBrief', period })

/** A draft of an office, made for one call. */
async function draftAt(maker: Maker, office: string): Promise<string> {
  const { id = '' } = await maker.done('brief.write', { touches: office }, writeBody(office))
  maker.remember(id, office)
  return id
}

async function reviewedAt(maker: Maker, office: string): Promise<string> {
  const id = await draftAt(maker, office)
  await maker.done('brief.review', { touches: office }, { id, version: 1, markUnlocked: true })
  return id
}

async function signedAt(maker: Maker, office: string): Promise<string> {
  const id = await reviewedAt(maker, office)
  await maker.done('brief.sign', { touches: office }, { id })
  return id
}

const eachOffice =
  (of: (office: string, maker: Maker) => Promise<Omit<ProbeCase, 'route' | 'label'>>): Generator =>
  async (maker) => {
    const cases: Omit<ProbeCase, 'route'>[] = []
    for (const office of OFFICES) cases.push({ label: office, ...(await of(office, maker)) })
    return cases
  }

const ofBrief = (make: (maker: Maker, office: string) => Promise<string>, more: object = {}): Generator =>
  eachOffice(async (office, maker) => ({
    touches: office,
    body: { id: await make(maker, office), ...more },
    absent: { id: maker.nobody(), ...more },
  }))

async function scheduleAt(maker: Maker, office: string): Promise<string> {
  const { id = '' } = await maker.done('brief.schedule', { touches: office }, { place: office, template: 'halfYearReport', rhythm: 'week' })
  maker.remember(id, office)
  return id
}

const text = {
  title: [{ kind: 'text', text: '工作简报' }],
  blocks: [{ kind: 'text', inlines: [{ kind: 'text', text: '本月工作平稳。' }] }],
}
const atPlaces: Generator = async () =>
  [...VILLAGES, ...OFFICES].map((place) => ({ label: place, touches: place, body: { place }, absent: { place: NOWHERE } }))

/** Briefs: who writes them, who passes them, who reads them. */
export const briefs: Readonly<Record<string, Generator>> = {
  'brief.templates': async () => [{ label: 'all', body: {} }],
  'brief.list': atPlaces,
  'brief.schedules': atPlaces,
  'brief.get': ofBrief(draftAt),
  'brief.word': ofBrief(draftAt, { origin: 'http://127.0.0.1:7300' }),
  'brief.write': eachOffice(async (office) => ({ touches: office, body: writeBody(office), absent: writeBody(NOWHERE) })),
  'brief.edit': ofBrief(draftAt, { version: 1, ...text }),
  'brief.refresh': ofBrief(draftAt, { version: 1 }),
  'brief.review': ofBrief(draftAt, { version: 1, markUnlocked: true }),
  'brief.return': ofBrief(reviewedAt, { why: WHY }),
  'brief.sign': ofBrief(reviewedAt),
  'brief.archive': ofBrief(signedAt),
  'brief.schedule': eachOffice(async (office) => {
    const asked = { template: 'monthBrief', rhythm: 'month' }
    return { touches: office, body: { place: office, ...asked }, absent: { place: NOWHERE, ...asked } }
  }),
  'brief.endSchedule': ofBrief(scheduleAt),
}
