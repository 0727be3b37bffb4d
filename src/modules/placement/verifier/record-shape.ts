import type { Shape } from './shape.ts'

const hex: Shape = { text: /^[0-9a-f]{64}$/ }
const CODE = /^[A-Za-z0-9][A-Za-z0-9._-]{0,63}$/
const code: Shape = { text: CODE }
const place: Shape = { text: /^(\d\d(\d\d(\d\d(\d{3}(\d{3})?)?)?)?)?$/ }
const words: Shape = { text: /^[^]{1,2000}$/ }
const day: Shape = { text: /^\d{4}-\d\d-\d\d$/ }
const points: Shape = { whole: [-1e8, 1e8] }
const any: Shape = { whole: [-Number.MAX_SAFE_INTEGER, Number.MAX_SAFE_INTEGER] }
const count: Shape = { whole: [0, Number.MAX_SAFE_INTEGER] }
const from1: Shape = { whole: [1, Number.MAX_SAFE_INTEGER] }
const upTo = (most: number): Shape => ({ whole: [0, most] })
const one = (...names: string[]): Shape => ({ text: new RegExp(`^(${names.join('|')})$`) })
const list = (of: Shape, least = 0, most = Number.POSITIVE_INFINITY): Shape => ({ list: of, least, most })
const may = (of: Shape): Shape => ({ may: of })

const rules: Shape = {
  fields: {
    way: one('points-ranked', 'exam', 'direct', 'two-way', 'directive'),
    scheme: { fields: { version: words, items: list({ fields: { code, points } }) } },
    weights: { fields: { service: upTo(100), exam: upTo(100), appraisal: upTo(100) } },
    ties: list({ fields: { by: code, first: one('more', 'less') } }, 0, 10),
    turn: may({ fields: { clockSeconds: upTo(86400), onPass: one('end', 'out'), onAbsent: one('end', 'out') } }),
    twoWay: may({
      fields: {
        mostListed: { whole: [1, 1000] },
        silentEmployer: one('by-order', 'nobody'),
        windows: may({ fields: { lists: count, rankings: count } }),
      },
    }),
    cost: may({ fields: { perKilometre: upTo(1e6), misfit: upTo(1e9), hardshipPerKilometre: upTo(1e6), unplaced: { whole: [1, 1e12] } } }),
    apportionments: list({
      fields: {
        pool: code,
        method: one('hamilton', 'sainte-lague'),
        shares: list({ fields: { place, people: count, seats: count } }, 1),
        why: words,
      },
    }),
  },
}

const candidate: Shape = {
  fields: {
    pseudonym: hex,
    lines: list({ fields: { item: code, quantity: upTo(1e6), points } }, 0, 200),
    marks: { fields: { service: points, exam: points, appraisal: points } },
    composite: any,
    facts: { facts: CODE },
    home: place,
    places: list(place, 1, 20),
    codes: list(code, 0, 100),
    hardship: upTo(10),
    proxy: may(list(code, 0, 1000)),
  },
}

const post: Shape = {
  fields: {
    id: code,
    employer: words,
    kind: one('institution', 'central-soe', 'local-soe', 'civil-servant', 'special'),
    seats: { whole: [1, 1e5] },
    place,
    scope: place,
    requires: list(list(code, 1), 0, 20),
    wishes: list(code, 0, 100),
    reservedFor: may(code),
    pool: may(code),
  },
}

const opening: Shape = {
  fields: {
    format: one('guidui-placement-opening/1'),
    round: { fields: { id: code, title: words, bureau: place, year: { whole: [1949, 9999] }, season: one('spring', 'autumn') } },
    committedOn: day,
    rules,
    candidates: list(candidate),
    posts: list(post),
    distances: list({ fields: { from: place, to: place, metres: upTo(1e7) } }),
    draw: { fields: { source: words, on: day } },
    seedHash: hex,
  },
}

const turn = { turn: from1, candidate: hex, open: list(code) }

const what: Shape = {
  byKind: {
    opened: { supervisor: words },
    paused: { reason: words },
    resumed: {},
    pick: { ...turn, post: code, by: one('self', 'proxy', 'list') },
    pass: { ...turn, by: one('self', 'proxy', 'list', 'clock') },
    absent: turn,
    undo: { undoes: from1, reason: words, supervisor: words },
    'post-withdrawn': { post: code, reason: words, article: words },
    'candidate-removed': { candidate: hex, reason: words, article: words },
    list: { candidate: hex, posts: list(code) },
    ranking: { post: code, tiers: list(list(hex, 1)) },
    computed: {},
    deviation: { candidate: hex, post: may(code), reason: words, article: words },
    closed: {},
  },
}

const places = list({ fields: { candidate: hex, post: code } })

/** A record, field by field, as docs/placement-record.md has it. */
export const RECORD: Shape = {
  fields: {
    format: one('guidui-placement-record/1'),
    opening,
    leaves: { fields: { head: hex, rules: hex, candidates: list(hex), posts: list(hex), distances: hex } },
    commitment: hex,
    drawn: { fields: { value: words, seed: hex } },
    lots: list(hex),
    order: list(hex),
    links: list({ fields: { seq: from1, at: count, what, hash: hex } }),
    outcome: {
      fields: {
        places,
        unplaced: list(hex),
        optimum: may({ fields: { places, unplaced: list(hex), cost: count } }),
        certificate: may({
          byKind: {
            stable: { last: list({ fields: { post: code, candidate: hex } }) },
            optimal: { prices: list(count), values: list(any) },
          },
        }),
      },
    },
    seal: hex,
  },
}

/** What one person was given. */
export const RECEIPT: Shape = {
  fields: {
    format: one('guidui-placement-receipt/1'),
    round: code,
    commitment: hex,
    person: words,
    salt: hex,
    pseudonym: hex,
    links: list({ fields: { seq: from1, hash: hex } }),
  },
}
