/**
 * Every bench, one after the other, each in a process of its own: `npm run bench`, or some of them by the beginning of
 * their names: `npm run bench -- p6 p10`. Ends with `N kept, N missed`; exit code 1 where a promise was missed or a
 * bench broke.
 */
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { createInterface } from 'node:readline'

interface Outcome {
  readonly kept: number
  readonly missed: number
  readonly broken: number
}

const NUMBER = /^p(\d+)-/

const numberOf = (file: string): number => Number(NUMBER.exec(file)?.[1])

function listBenches(wanted: readonly string[]): string[] {
  const files = readdirSync(import.meta.dirname)
    .filter((file) => NUMBER.test(file) && file.endsWith('.ts'))
    .toSorted((one, other) => numberOf(one) - numberOf(other))
  const unknown = wanted.filter((name) => !files.some((file) => isNamed(file, name)))
  if (unknown.length > 0) {
    process.stderr.write(
      `There is no bench ${unknown.join(', ')}. There are: ${files.map((file) => file.replace('.ts', '')).join(', ')}.\n`,
    )
    process.exit(1)
  }
  return wanted.length === 0 ? files : files.filter((file) => wanted.some((name) => isNamed(file, name)))
}

/** `p1` is p1-two-way.ts and not p10-start.ts. */
const isNamed = (file: string, name: string): boolean => file === name || file.startsWith(`${name}-`) || file === `${name}.ts`

async function runBench(file: string): Promise<Outcome> {
  const child = spawn(process.execPath, ['--import', 'tsx', join(import.meta.dirname, file)], { stdio: ['ignore', 'pipe', 'inherit'] })
  const ended = once(child, 'close') as Promise<[number | null]>
  const verdicts = { kept: 0, missed: 0 }
  for await (const line of createInterface({ input: child.stdout })) {
    process.stdout.write(`${line}\n`)
    if (line.endsWith('  kept')) verdicts.kept += 1
    if (line.endsWith('  missed')) verdicts.missed += 1
  }
  const [code] = await ended
  const isSilent = verdicts.kept + verdicts.missed === 0
  const broken = code !== 0 || isSilent ? 1 : 0
  if (broken) process.stdout.write(`${file} broke${isSilent ? ' before it had measured anything' : ''} (exit code ${code})\n`)
  return { ...verdicts, broken }
}

const outcomes: Outcome[] = []
for (const file of listBenches(process.argv.slice(2))) outcomes.push(await runBench(file))
const sum = (of: keyof Outcome): number => outcomes.reduce((total, outcome) => total + outcome[of], 0)
process.exitCode = sum('missed') + sum('broken') === 0 ? 0 : 1
process.stdout.write(`${sum('kept')} kept, ${sum('missed')} missed${sum('broken') === 0 ? '' : `, ${sum('broken')} broken`}\n`)
