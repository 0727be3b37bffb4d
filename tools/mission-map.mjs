import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { root } from './terminal.mjs'

const path = (...parts) => resolve(root, ...parts)
const read = (...parts) => readFileSync(path(...parts), 'utf8')
const json = (...parts) => JSON.parse(read(...parts))

const DOCUMENT = 'docs/mission.md'
/** One test records something of every kind of the house, so it shows them all. */
const KINDS_TEST = 'test/mission-map-kinds.test.ts'

const WORDS = { kind: '台账种类', page: '页面', matter: '事项', action: '办理', view: '查询', indicator: '指标' }

/** All files below a folder that end so. */
const filesBelow = (folder, ending) =>
  readdirSync(path(folder), { recursive: true })
    .map((name) => join(folder, String(name)))
    .filter((name) => name.endsWith(ending))

const matches = (files, pattern) => new Set(files.flatMap((file) => [...read(file).matchAll(pattern)].map(([, name]) => name)))

const dataFiles = (folder) => filesBelow(folder, '.json').filter((file) => !file.includes('targets'))

/** What there is, by what the sources themselves declare. */
function readProgram() {
  const sources = filesBelow('src', '.ts').filter((file) => !file.endsWith('.test.ts'))
  const contracts = sources.filter((file) => /contract[a-z-]*\.ts$/.test(file))
  const webs = filesBelow('src', '.tsx')
  const types = sources.filter((file) => file.startsWith(join('src', 'modules', 'casework', 'domain', 'types')))
  const kinds = dataFiles('data/worklog').flatMap((file) => json(file).kinds)
  const named = matches(contracts, /\bname: '([a-z][A-Za-z]*\.[a-z][A-Za-z]*)'/g)
  return {
    kinds,
    has: {
      page: matches(webs, /path: '(\/[^']+)'/g),
      matter: matches(types, /^ {2}code: '([a-zA-Z]+)'/gm),
      action: named,
      view: named,
      indicator: new Set(dataFiles('data/indicators').flatMap((file) => (json(file).indicators ?? []).map(({ code }) => code))),
    },
  }
}

/** What the tests of a file are called: a sentence in a comment or in data shows nothing. */
const titlesOf = (test) => matches([test], /(?:\b(?:test|describe)|\))\(\s*(['"`].+?['"`]),/g)

/** A claim is shown by a test whose name says it, or that names what carries the row. */
function isShown(test, shows) {
  if (!shows.includes(' ')) return read(test).includes(shows)
  return [...titlesOf(test)].some((title) => title.includes(shows))
}

function faultOf(id, { by, name, test, shows = name }, has) {
  if (!has[by]?.has(name)) return `${id}: there is no ${by} ${name}`
  if (!existsSync(path(test))) return `${id}: there is no test ${test}`
  if (!isShown(test, shows)) return `${id}: no test of ${test} says “${shows}”`
  return undefined
}

/** The rows with everything that carries them, and what is wrong with them. */
function readMap({ kinds, has }) {
  const rows = json('data/mission/map.json').rows.map((row) => ({
    ...row,
    carriers: [
      ...row.carriers,
      ...kinds
        .filter(({ mechanisms }) => mechanisms.includes(row.id))
        .map(({ code, zh }) => ({ by: 'kind', name: code, zh, test: KINDS_TEST })),
    ],
  }))
  const known = new Set(rows.map(({ id }) => id))
  const strangers = kinds.flatMap(({ code, mechanisms }) =>
    mechanisms.filter((id) => !known.has(id)).map((id) => `${code}: there is no row ${id}`),
  )
  const bare = rows.filter(({ carriers }) => carriers.length === 0).map(({ id, zh }) => `${id} ${zh}: nothing carries it`)
  const broken = rows.flatMap(({ id, carriers }) =>
    carriers.filter(({ by }) => by !== 'kind').flatMap((carrier) => faultOf(id, carrier, has) ?? []),
  )
  return { rows, faults: [...strangers, ...bare, ...broken, ...(existsSync(path(KINDS_TEST)) ? [] : [`there is no ${KINDS_TEST}`])] }
}

const cell = (text) => text.replaceAll('|', '\\|')

function documentOf(rows) {
  const only = rows.filter(({ carriers }) => carriers.every(({ by }) => by === 'kind')).length
  const lines = rows.map(({ id, zh, en, carriers }) => {
    const what = carriers
      .map(({ by, name, zh: kindZh }) => `${WORDS[by]} \`${name}\`${kindZh === undefined ? '' : ` ${kindZh}`}`)
      .join('<br>')
    const tests = [...new Set(carriers.map(({ test }) => `\`${test}\``))].join('<br>')
    return `| ${id} | ${cell(zh)} | ${cell(en)} | ${what} | ${tests} |`
  })
  return `# The map of the mission

Written by \`node tools/mission-map.mjs\` from \`data/mission/map.json\` and \`data/worklog/\`; do not edit. \`npm run check\` fails where a
row has nothing that carries it, where a page, matter, action, indicator or test is not there, where no test says what the row claims
of it, or where this page is stale.

Each of the ${rows.length} mechanisms that the five mission documents name, what carries it, and the test that shows it. ${rows.length - only} rows are carried by
a page, a matter, an action or an indicator of their own; ${only} by a **kind of the work record** (台账种类) alone: they can be recorded by hand or by
sheet, corrected, counted at every level and drilled down to, but have no workflow of their own yet.

| row | 中文 | English | carried by | shown by |
|---|---|---|---|---|
${lines.join('\n')}
`
}

const { rows, faults } = readMap(readProgram())
const text = documentOf(rows)
if (process.argv.includes('--check')) {
  if (!existsSync(path(DOCUMENT)) || read(DOCUMENT) !== text) faults.push(`${DOCUMENT} is stale: run node tools/mission-map.mjs`)
} else if (faults.length === 0) writeFileSync(path(DOCUMENT), text)
for (const fault of faults) console.error(fault)
process.exitCode = faults.length === 0 ? 0 : 1
