import { existsSync } from 'node:fs'
import { resolve } from 'node:path'
import { pathToFileURL } from 'node:url'
import { install } from './install.mjs'
import { root, runScript, secondsSince } from './terminal.mjs'

const present = (...paths) => paths.filter((path) => existsSync(resolve(root, path)))

/** What must hold before anything is tested: each a name and the program that says so. */
const STEPS = [
  { name: 'lock file is complete', script: '../tools/complete-lock.mjs', args: ['--check'] },
  { name: 'types of the server', script: 'typescript/bin/tsc', args: ['-p', 'tsconfig.server.json', '--pretty', 'false'] },
  { name: 'types of the web', script: 'typescript/bin/tsc', args: ['-p', 'tsconfig.web.json', '--pretty', 'false'] },
  { name: 'types of the tests of the web', script: 'typescript/bin/tsc', args: ['-p', 'tsconfig.tests.json', '--pretty', 'false'] },
  { name: 'format and lint', script: '@biomejs/biome/bin/biome', args: ['check', '--error-on-warnings', '--max-diagnostics=50'] },
  {
    name: 'boundaries',
    script: 'dependency-cruiser/bin/dependency-cruise.mjs',
    args: ['--config', '.dependency-cruiser.cjs', '--output-type', 'err', ...present('src', 'demo', 'bench', 'test')],
  },
  { name: 'the map of the mission', script: '../tools/mission-map.mjs', args: ['--check'] },
  { name: 'dead code', script: 'knip/bin/knip.js', args: ['--no-progress'], needs: 'src/main.ts' },
]

/** At most this many at once: each of them alone keeps a core busy. */
const AT_ONCE = 2

async function hold({ name, script, args }) {
  const begun = performance.now()
  const { code, output } = await runScript(script, args, { quiet: true, env: { NO_COLOR: '1', FORCE_COLOR: '0' } })
  console.log(`${code === 0 ? '✓' : '✗'} ${name}  ${secondsSince(begun)}`)
  if (code !== 0) console.log(output.trim())
  return code === 0
}

/** Runs every step, two at a time, one line each. Resolves to how many passed and failed. */
export async function check() {
  const [waiting, answers] = [STEPS.filter(({ needs }) => needs === undefined || present(needs).length > 0), []]
  const worker = async () => {
    for (let step = waiting.shift(); step; step = waiting.shift()) answers.push(await hold(step))
  }
  await Promise.all(Array.from({ length: AT_ONCE }, worker))
  const passed = answers.filter(Boolean).length
  return { passed, failed: answers.length - passed }
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  await install()
  const { failed } = await check()
  process.exitCode = failed === 0 ? 0 : 1
}
