import { readdir, readFile } from 'node:fs/promises'
import { setTimeout as sleep } from 'node:timers/promises'

/** The browser that has a profile open: its own process, and none of its children. */
async function findBrowser(profile: string): Promise<number | undefined> {
  for (const name of await readdir('/proc')) {
    if (!/^\d+$/.test(name)) continue
    const command = (await readFile(`/proc/${name}/cmdline`, 'utf8').catch(() => '')).split('\0')
    if (command.includes(`--user-data-dir=${profile}`) && !command.some((word) => word.startsWith('--type='))) return Number(name)
  }
  return undefined
}

/** As a battery that gives out would. Returns when the process is gone. @throws where no browser has the profile */
export async function killBrowser(profile: string): Promise<void> {
  const pid = await findBrowser(profile)
  if (pid === undefined) throw new Error(`no browser has ${profile} open`)
  process.kill(pid, 'SIGKILL')
  while ((await findBrowser(profile)) === pid) await sleep(5)
}
