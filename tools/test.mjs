import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, relative } from 'node:path'
import { findBrowser, findShell, prepareBrowser } from './browser.mjs'
import { build } from './build.mjs'
import { check } from './check.mjs'
import { install } from './install.mjs'
import { root, runScript, say } from './terminal.mjs'

const isCi = process.env.CI !== undefined && process.env.CI !== '' && process.env.CI !== 'false'
const NOTHING = { passed: 0, failed: 0, files: [], failures: [] }
const oneFailure = (sentence) => {
  console.error(`✗ ${sentence}`)
  return { ...NOTHING, failed: 1, failures: [sentence] }
}

/**
 * Each failure in a line with the beginning of what it said (the seed and the counterexample of a property are in its
 * second and third line): a log is read from its end, and often only the end is kept.
 */
function listFailures(testResults) {
  const beginning = (text) => (text ?? '').trim().split('\n').slice(0, 3).join(' · ').slice(0, 400)
  return testResults.flatMap(({ name, message, status, assertionResults }) => {
    const failed = assertionResults.filter((one) => one.status === 'failed')
    const path = relative(root, name)
    if (status === 'failed' && failed.length === 0) return [`${path}: ${beginning(message)}`]
    return failed.map(({ fullName, failureMessages }) => `${path} > ${fullName}: ${beginning(failureMessages?.[0])}`)
  })
}

/**
 * What a run of vitest came to. A file that broke before its first test, and an error outside every test, count as one
 * failure: nothing that went wrong may end in a green line.
 */
function readTotals(file, exitCode) {
  const { numPassedTests, numFailedTests, testResults } = JSON.parse(readFileSync(file, 'utf8'))
  const isBroken = ({ status, assertionResults }) => status === 'failed' && !assertionResults.some((one) => one.status === 'failed')
  const failed = numFailedTests + testResults.filter(isBroken).length
  const files = testResults.map(({ name }) => relative(root, name))
  const totals = { passed: numPassedTests, failed, files, failures: listFailures(testResults) }
  if (failed > 0 || exitCode === 0) return totals
  return { ...totals, failed: 1, failures: ['vitest ended with an error outside every test; it is told above.'] }
}

/** One project of vitest.config.ts. A whole project without a single test is a failure, unless only some were asked for. */
async function runProject(project, args) {
  const folder = mkdtempSync(join(tmpdir(), 'guidui-totals-'))
  const file = join(folder, 'totals.json')
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${file}`]
  try {
    const { code } = await runScript('vitest/vitest.mjs', ['run', `--project=${project}`, '--passWithNoTests', ...reporters, ...args], {
      env: {
        GUIDUI_CHROMIUM: findBrowser() ?? '',
        GUIDUI_HEADLESS_SHELL: findShell() ?? '',
        ...(args.length === 0 && { GUIDUI_WHOLE_RUN: '1' }),
      },
    })
    const totals = readTotals(file, code)
    const isEmpty = totals.passed + totals.failed === 0 && args.length === 0
    return isEmpty ? oneFailure(`There is no test in the project "${project}".`) : totals
  } catch (error) {
    return oneFailure(`The project "${project}" came to no end: ${error.message}`)
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

/** What the journeys walk through. A program that cannot be built is one failure, and the other tests still have their say. */
async function countBuild() {
  const isBuilt = await build()
  return { ...NOTHING, passed: isBuilt ? 1 : 0, failed: isBuilt ? 0 : 1 }
}

/** The browser journeys, or one failure in CI (elsewhere a plain sentence) where there is no browser to walk them in. */
async function runJourneys(missing, args) {
  if (missing.length === 0) return runProject('journey', args)
  const names = missing.join(', ')
  console.error(`✗ 浏览器流程测试没有运行：缺少 ${names}。请安装后再试（Debian：apt-get install ${missing.join(' ')}）。`)
  console.error(`✗ The browser journeys did not run: ${names} is missing. Install it and run this again.`)
  return { ...NOTHING, failed: isCi ? 1 : 0 }
}

/** Every test file of the tree; the seeded faults are no tests. */
const listTestFiles = () =>
  ['src', 'demo', 'bench', 'test']
    .filter((folder) => existsSync(join(root, folder)))
    .flatMap((folder) =>
      readdirSync(join(root, folder), { recursive: true })
        .map((name) => `${folder}/${name}`.replaceAll('\\', '/'))
        .filter((path) => /\.test\.tsx?$/.test(path) && !path.startsWith('test/architecture/seeded/')),
    )

/** A test file that belongs to no project would never run and never fail: it is a failure itself. */
function countForgotten(totals) {
  const ran = new Set(totals.flatMap(({ files }) => files))
  const forgotten = listTestFiles().filter((path) => !ran.has(path) && !path.startsWith('test/journeys/'))
  for (const path of forgotten) console.error(`✗ ${path} belongs to no project of vitest.config.ts, so it did not run.`)
  return { ...NOTHING, failed: forgotten.length, failures: forgotten.map((path) => `${path} did not run`) }
}

const args = process.argv.slice(2)
await install()
const missing = await prepareBrowser()
const built = await countBuild()
say('检查与测试', 'checks and tests')
const totals = [
  built,
  args.length > 0 ? NOTHING : { ...NOTHING, ...(await check()) },
  await runProject('rule', args),
  await runProject('slice', args),
  built.failed > 0 ? NOTHING : await runJourneys(missing, args),
]
if (args.length === 0) totals.push(countForgotten(totals))
const sum = (what) => totals.reduce((total, one) => total + one[what], 0)
for (const failure of totals.flatMap(({ failures }) => failures)) console.error(`✗ ${failure}`)
process.exitCode = sum('failed') === 0 ? 0 : 1
console.log(`${sum('passed')} passed, ${sum('failed')} failed`)
