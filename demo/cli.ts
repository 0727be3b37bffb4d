import { parseArgs } from 'node:util'
import { PlainError } from '../src/kernel/plain-error.ts'
import { loadDivisions } from '../src/modules/network/index.ts'
import { openFloor } from '../src/open-floor.ts'
import { systemClock } from '../src/platform/clock/clock.ts'
import { readConfig } from '../src/platform/config/config.ts'
import { loadDemo } from './index.ts'

const USAGE = `用法 / usage: node tools/run.mjs demo/cli.ts [--people 30000] [--facts 1000000] [--regions 50,4401]
把演示数据装入 DATABASE_URL 或自带数据库 / loads the demo into DATABASE_URL or the private database
  --people   人数 / how many people
  --facts    大约多少条事实，缺省为全部走访 / about how many facts; left out: all visits of 24 months
  --regions  代码开头，逗号分隔 / leading digits of the regions, comma between`

const say = (line: string): void => {
  process.stdout.write(`${line}\n`)
}

function numberOf(name: string, text: string): number {
  const value = Number(text.replaceAll(/[_,]/g, ''))
  if (Number.isSafeInteger(value) && value >= 0) return value
  throw new PlainError({ zh: `--${name} 应是整数，不是“${text}”。`, en: `--${name} takes a whole number, not "${text}".` })
}

async function main(args: readonly string[]): Promise<void> {
  const options = { people: { type: 'string' }, facts: { type: 'string' }, regions: { type: 'string' }, help: { type: 'boolean' } } as const
  const { values } = parseArgs({ args: [...args], options })
  if (values.help) return say(USAGE)
  const people = numberOf('people', values.people ?? '30000')
  const facts = values.facts === undefined ? {} : { facts: numberOf('facts', values.facts) }
  const regions = (values.regions ?? '50').split(',')
  const { database, secrets, ring } = await openFloor(readConfig(), say)
  try {
    await loadDivisions(database.ownerPool, { regions, log: say })
    await loadDemo({ ownerPool: database.ownerPool, secrets, ring, people, regions, clock: systemClock, log: say, ...facts })
  } finally {
    await database.close()
  }
}

main(process.argv.slice(2)).catch((fault: unknown) => {
  process.stderr.write(`${fault instanceof PlainError || !(fault instanceof Error) ? String(fault) : fault.stack}\n`)
  process.exitCode = 1
})
