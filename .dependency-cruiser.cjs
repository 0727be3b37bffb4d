// dependency-cruiser reads with swc, the one parser that knows this TypeScript, but does not tell it that a .tsx holds JSX.
const swc = require('@swc/core')
const wholeProgram = require('./test/whole-program.json')
const { parseFileSync } = swc
swc.parseFileSync = (file, options) => parseFileSync(file, { ...options, tsx: file.endsWith('.tsx') })

// The architecture is a table: each module, and the modules it may call. (Cycles of files are Biome's: noImportCycles.)
const MAY_USE = {
  network: [],
  registry: ['network'],
  casework: ['network', 'registry', 'indicators'],
  placement: ['network', 'registry', 'indicators'],
  ledger: ['network'],
  benefits: ['network', 'registry', 'casework', 'ledger'],
  assistance: ['network', 'registry', 'casework', 'ledger'],
  worklog: ['network', 'registry'],
  indicators: ['network'],
  briefs: ['network', 'indicators'],
  training: ['network', 'registry', 'casework', 'ledger'],
  employment: ['network', 'registry', 'casework', 'ledger'],
  rights: ['network', 'registry', 'casework', 'ledger'],
  memorial: ['network', 'worklog'],
  support: ['network', 'registry', 'casework', 'ledger'],
  honour: ['network', 'registry', 'casework', 'ledger'],
  volunteer: ['network', 'registry', 'casework', 'ledger'],
}

const ROOT_FILE = '^src/[^/]+\\.ts$'
const RECORD = '^src/modules/[^/]+/domain/record/'
const TEST = '\\.test\\.tsx?$'
const MODULES = '^src/modules/'
const DOOR = '^src/modules/[^/]+/(index|contract|web/index)\\.tsx?$'
const WEB = ['/web/', '^src/(ui|faces)/', '^src/app\\.tsx$']
const SERVER = [ROOT_FILE, '^src/platform/', '^src/modules/[^/]+/(server/|index\\.ts$)', '^demo/']
/** What platform lets a browser know: the messages of accounts and of the journal, and the names of roles and grants. */
const PLATFORM_CONTRACTS = '^src/platform/(access/(contract|session-contract|roles|grants)|journal/contract|personal/contract)\\.ts$'
const BROWSER_PACKAGES = 'node_modules/(react|react-dom|react-router|antd|@ant-design/[^/]+|@tanstack/[^/]+|echarts)/'

/** A rule and its reason, then what it is about: from where to where nothing may lead. */
const rule = (name, comment) => (from, to) => ({ name, comment, severity: 'error', from, to })
const within = (...names) => `^src/modules/(${names.join('|')})/`

const rows = Object.entries(MAY_USE).map(([name, uses]) =>
  rule(`${name}-stays-in-its-row`, `${name} may use ${uses.join(', ') || 'no other module'}.`)(
    { path: within(name) },
    { path: MODULES, pathNot: within(name, ...uses) },
  ),
)

module.exports = {
  forbidden: [
    ...rows,
    rule('new-module-needs-a-row', 'A module stands in the table above before anything uses it.')(
      {},
      { path: MODULES, pathNot: within(...Object.keys(MAY_USE)) },
    ),
    rule('knock-at-the-door', 'Another module is entered through index.ts, contract.ts or web/index.ts.')(
      { path: '^src/modules/([^/]+)/' },
      { path: MODULES, pathNot: ['^src/modules/$1/', DOOR] },
    ),
    rule('the-rest-knocks-too', 'The programs, the faces, the demo and the tests enter a module through its doors.')(
      { pathNot: MODULES },
      { path: MODULES, pathNot: DOOR },
    ),
    rule('kernel-needs-nothing', 'The kernel imports zod and itself.')(
      { path: '^src/kernel/', pathNot: TEST },
      { pathNot: ['^src/kernel/', 'node_modules/zod/'] },
    ),
    rule('foundations-know-no-module', 'Kernel, platform and design kit serve every module alike.')(
      { path: '^src/(kernel|platform|ui)/' },
      { path: [MODULES, '^src/faces/', '^src/app\\.tsx$', ROOT_FILE] },
    ),
    rule('domain-is-pure', 'A rule of law needs no database, clock, chance or framework: its own folder and the kernel.')(
      { path: '^(src/modules/[^/]+/domain)/', pathNot: [TEST, RECORD] },
      { pathNot: ['^$1/', '^src/kernel/'] },
    ),
    rule('record-is-pure', 'A record is a document for strangers: as pure as its domain, and its shape is written in zod.')(
      { path: '^(src/modules/[^/]+/domain/record)/', pathNot: TEST },
      { pathNot: ['^$1/', '^src/kernel/', 'node_modules/zod/'] },
    ),
    rule('verifier-shares-nothing', 'Who checks the engine with the code of the engine checks nothing.')(
      { path: '^(src/modules/[^/]+/verifier)/', pathNot: TEST },
      { pathNot: '^$1/' },
    ),
    rule('contract-is-light', 'A contract goes to the browser: zod, the kernel, its own domain and other contracts.')(
      { path: '^(src/modules/[^/]+)/contract[a-z-]*\\.ts$' },
      { pathNot: ['^$1/domain/', '^src/kernel/', '/contract[a-z-]*\\.ts$', 'node_modules/zod/'] },
    ),
    rule('platform-contract-is-light', 'What platform lets a browser know imports zod, the kernel and its own kind.')(
      { path: PLATFORM_CONTRACTS },
      { pathNot: [PLATFORM_CONTRACTS, '^src/kernel/', 'node_modules/zod/'] },
    ),
    rule('web-never-sees-server', 'What runs in a browser takes nothing from the server but contracts.')(
      { path: WEB, pathNot: TEST },
      {
        path: ['/server/', '^src/platform/', '^src/modules/[^/]+/index\\.ts$', ROOT_FILE, '^(demo|bench|test)/'],
        pathNot: PLATFORM_CONTRACTS,
      },
    ),
    rule('web-door-is-light', 'It is loaded with every face, a telephone’s too: it names pages, and loads them when they are shown.')(
      { path: '^src/modules/[^/]+/web/(index|.*/index|[a-z-]+-pages)\\.tsx$' },
      { dynamic: false, path: '^src/.*\\.tsx$', pathNot: '(/index|-pages)\\.tsx$' },
    ),
    rule('web-runs-without-node', 'A browser has no node: modules.')({ path: WEB, pathNot: TEST }, { dependencyTypes: ['core'] }),
    rule('server-never-sees-web', 'The server knows pages only as built files.')(
      { path: SERVER },
      { path: ['/web/', '^src/(ui|faces)/', '^src/app\\.tsx$', BROWSER_PACKAGES] },
    ),
    rule('server-ships-without-dev-packages', 'A production install leaves devDependencies out.')(
      { path: [...SERVER, '^src/kernel/', '/domain/', '/contract\\.ts$'], pathNot: [TEST, ...WEB] },
      { dependencyTypes: ['npm-dev'] },
    ),
    rule('program-needs-no-test', 'Only the files at the root of src load the demo; nothing but a test loads a test.')(
      { path: '^src/', pathNot: [TEST, ROOT_FILE] },
      { path: ['^(demo|bench|test)/', TEST] },
    ),
    rule(
      'whole-program-comes-last',
      'A test that stands on src/catalogue.ts is named in test/whole-program.json: it runs after the others.',
    )(
      { path: TEST, pathNot: ['^test/journeys/', ...wholeProgram.map((path) => `^${path}$`)] },
      { path: '^src/catalogue\\.ts$', reachable: true },
    ),
    rule('what-is-imported-exists', 'Every import leads somewhere.')({}, { couldNotResolve: true }),
    rule('what-is-imported-is-declared', 'Every package used stands in package.json.')(
      {},
      { dependencyTypes: ['npm-no-pkg', 'npm-unknown'] },
    ),
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '^test/architecture/seeded/' },
    tsPreCompilationDeps: true,
    parser: 'swc',
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'node', 'default', 'types'],
      extensions: ['.ts', '.tsx', '.js', '.mjs', '.cjs', '.json', '.css', '.d.ts'],
    },
  },
}
