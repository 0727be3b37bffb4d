import { spawn } from 'node:child_process'
import { cpSync, existsSync, mkdtempSync, rmSync } from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'

const root = resolve(import.meta.dirname, '..')
const seeded = join(root, 'test/architecture/seeded')
const program = (path: string): string => join(root, 'node_modules', path)

/** Runs a JavaScript program; its verdict is on its standard output, whatever its exit code. */
function verdictOf(script: string, args: readonly string[], cwd: string): Promise<string> {
  return new Promise((done, fail) => {
    const child = spawn(process.execPath, [script, ...args], { cwd, stdio: ['ignore', 'pipe', 'ignore'] })
    let output = ''
    child.stdout.on('data', (chunk: Buffer) => {
      output += chunk.toString()
    })
    child.on('error', fail)
    child.on('close', () => done(output))
  })
}

interface Verdict {
  readonly summary: { readonly violations: readonly { readonly rule: { readonly name: string }; readonly from: string }[] }
}

async function cruise(cwd: string, folders: readonly string[]): Promise<readonly string[]> {
  const config = join(root, '.dependency-cruiser.cjs')
  const output = await verdictOf(
    program('dependency-cruiser/bin/dependency-cruise.mjs'),
    ['--config', config, '--output-type', 'json', ...folders],
    cwd,
  )
  const { summary } = JSON.parse(output) as Verdict
  return summary.violations.map(({ rule, from }) => `${rule.name} in ${from}`)
}

describe('boundaries', () => {
  const { forbidden } = createRequire(import.meta.url)('../.dependency-cruiser.cjs') as { forbidden: readonly { name: string }[] }
  let found: readonly string[]

  beforeAll(async () => {
    found = await cruise(join(seeded, 'boundaries'), ['src', 'test'])
  })

  test.each(forbidden.map(({ name }) => name))('%s catches its seeded fault', (name) => {
    expect(found.filter((violation) => violation.startsWith(`${name} in `))).not.toEqual([])
  })

  test.each([
    ['domain-is-pure', 'src/modules/registry/domain/asks-the-clock.ts'],
    ['domain-is-pure', 'src/modules/registry/domain/reads-a-file.ts'],
    ['record-is-pure', 'src/modules/placement/domain/record/asks-the-clock.ts'],
    ['verifier-shares-nothing', 'src/modules/placement/verifier/leans-on-the-engine.ts'],
    ['web-never-sees-server', 'src/modules/registry/web/PersonPage.tsx'],
    ['web-never-sees-server', 'src/modules/registry/web/knows-a-type-of-the-server.ts'],
    ['web-never-sees-server', 'src/modules/registry/web/loads-the-server-later.ts'],
    ['platform-contract-is-light', 'src/platform/journal/contract.ts'],
    ['server-never-sees-web', 'src/platform/draws-a-page.ts'],
    ['program-needs-no-test', 'src/platform/leans-on-a-test.ts'],
    ['the-rest-knocks-too', 'src/cli.ts'],
    ['knock-at-the-door', 'src/modules/registry/server/climbs-in-at-the-window.ts'],
  ])('%s names %s', (name, file) => {
    expect(found).toContain(`${name} in ${file}`)
  })

  test('a file without a fault is not named', () => {
    const innocent = [
      'src/kernel/result.ts',
      'src/platform/clock.ts',
      'src/platform/access/roles.ts',
      'src/faces/desk/names-a-role.ts',
      'src/modules/network/index.ts',
      'src/modules/network/server/queries.ts',
    ]

    expect(found.filter((violation) => innocent.some((file) => violation.endsWith(` in ${file}`)))).toEqual([])
  })

  test('the real tree keeps every rule', async () => {
    const folders = ['src', 'demo', 'bench', 'test'].filter((folder) => existsSync(join(root, folder)))

    expect(await cruise(root, folders)).toEqual([])
  })
})

/** Seeded file → the rule of biome.json (or of tools/lint/) that names it. */
const LINT_FAULTS = [
  ['src/no-floating-promises.ts', 'lint/nursery/noFloatingPromises'],
  ['src/no-misused-promises.ts', 'lint/nursery/noMisusedPromises'],
  ['src/use-exhaustive-switch-cases.ts', 'lint/nursery/useExhaustiveSwitchCases'],
  ['src/no-import-cycles.ts', 'lint/suspicious/noImportCycles'],
  ['src/no-excessive-lines-per-function.ts', 'lint/complexity/noExcessiveLinesPerFunction'],
  ['src/no-excessive-cognitive-complexity.ts', 'lint/complexity/noExcessiveCognitiveComplexity'],
  ['src/use-max-params.ts', 'lint/complexity/useMaxParams'],
  ['src/use_filenaming_convention.ts', 'lint/style/useFilenamingConvention'],
  ['src/no-default-export.ts', 'lint/style/noDefaultExport'],
  ['src/no-enum.ts', 'lint/style/noEnum'],
  ['src/no-explicit-any.ts', 'lint/suspicious/noExplicitAny'],
  ['src/no-non-null-assertion.ts', 'lint/style/noNonNullAssertion'],
  ['src/no-process-env.ts', 'lint/style/noProcessEnv'],
  ['src/no-ts-ignore.ts', 'lint/suspicious/noTsIgnore'],
  ['src/use-import-extensions.ts', 'lint/correctness/useImportExtensions'],
  ['src/no-skipped-tests.test.ts', 'lint/suspicious/noSkippedTests'],
  ['src/no-focused-tests.test.ts', 'lint/suspicious/noFocusedTests'],
  ['src/UseAltText.tsx', 'lint/a11y/useAltText'],
  ['src/modules/registry/domain/no-restricted-globals.ts', 'lint/style/noRestrictedGlobals'],
  ['src/modules/registry/domain/no-nodejs-modules.ts', 'lint/correctness/noNodejsModules'],
  ['src/modules/registry/domain/no-chance.ts', 'plugin'],
] as const

describe('lint', () => {
  const folder = mkdtempSync(join(tmpdir(), 'guidui-lint-'))
  let found: string

  beforeAll(async () => {
    cpSync(join(seeded, 'lint'), folder, { recursive: true })
    cpSync(join(root, 'biome.json'), join(folder, 'biome.json'))
    cpSync(join(root, 'tools/lint'), join(folder, 'tools/lint'), { recursive: true })
    found = await verdictOf(program('@biomejs/biome/bin/biome'), ['lint', '--reporter=github', '--max-diagnostics=none'], folder)
  })
  afterAll(() => rmSync(folder, { recursive: true, force: true }))

  test.each(LINT_FAULTS)('%s is caught by %s', (file, rule) => {
    const named = found.split('\n').filter((line) => line.includes(`title=${rule},`) && line.includes(`/${file},`))

    expect(named).not.toEqual([])
  })

  test('a file without a fault is not named', () => {
    expect(found).not.toContain('/src/promise.ts')
  })
})
