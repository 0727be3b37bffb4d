import { setFlagsFromString } from 'node:v8'

/** What V8 is told: megabytes of young objects before a thread tidies up, and nothing of how soon it tidies up the old ones. */
const ROOMY = { 'max-semi-space-size': 32, 'heap-growing-percent': 0 } as const

/** As the process was started with it; 0 leaves it to V8. */
function valueAtStart(name: string): number {
  const given = process.execArgv.findLast((flag) => flag.startsWith(`--${name}=`))
  return Number(given?.split('=')[1] ?? 0)
}

/**
 * Lets heaps grow while something runs that is soon over, for the threads begun meanwhile too, and tells V8 again what the
 * process was started with. A program that runs for months is started with small heaps (`tools/memory.json`), and tidying
 * them up took a sixth of the time in which the demo is loaded.
 */
export async function withRoomyHeaps<Result>(run: () => Promise<Result>): Promise<Result> {
  const atStart = Object.keys(ROOMY).map((name) => [name, valueAtStart(name)] as const)
  for (const [name, value] of Object.entries(ROOMY)) setFlagsFromString(`--${name}=${value}`)
  try {
    return await run()
  } finally {
    for (const [name, value] of atStart) setFlagsFromString(`--${name}=${value}`)
  }
}
