import { join } from 'node:path'
import { uuidv7 } from 'uuidv7'
import { jobs } from './catalogue.ts'
import { PlainError } from './kernel/plain-error.ts'
import { startWriting } from './modules/briefs/index.ts'
import { startSending, startWatching } from './modules/casework/index.ts'
import { emitPlaces, startFolding } from './modules/indicators/index.ts'
import { startGuarding } from './modules/ledger/index.ts'
import { loadDivisions } from './modules/network/index.ts'
import type { Floor } from './open-floor.ts'
import { systemClock } from './platform/clock/clock.ts'
import type { Config } from './platform/config/config.ts'
import { openFileStore, startSweeping } from './platform/files/index.ts'
import { startJobs } from './platform/jobs/jobs.ts'
import { type MessageSender, openMessageSender } from './platform/messages/index.ts'
import { buildServer } from './server.ts'

export interface GuiduiParts {
  readonly config: Config
  /** Closed with everything that stands on it, and where that cannot be opened. */
  readonly floor: Floor
  readonly log: (line: string) => void
  readonly webDirectory: string
  /** Waited for last, before the pages are read; left out where they are there. */
  readonly pagesBuilt?: () => Promise<void>
}

export interface Guidui {
  /** Answers pages from here on; gives the address. @throws PlainError where the port is in use. */
  listen(): Promise<string>
  /** Ends listening, jobs, pools and the private server, in this order. */
  close(): Promise<void>
}

/** Everything joined upon the floor: divisions, demo where asked for, jobs, folding and pages. */
export async function openGuidui({ config, floor, log, webDirectory, pagesBuilt }: GuiduiParts): Promise<Guidui> {
  const { database, secrets, ring } = floor
  const { ownerPool, appPool, mePool } = database
  try {
    await loadDivisions(ownerPool, { regions: config.regions, log })
    await emitPlaces(ownerPool)
    // Whoever serves real people never has it in memory.
    const demo = config.demo ? await import('../demo/index.ts') : undefined
    if (demo) {
      const office = config.demo === 'whole' ? { office: { appPool, mePool } } : {}
      await demo.loadDemo({ ownerPool, secrets, ring, people: config.demoPeople, ...office, clock: systemClock, log })
    }
    const folding = startFolding(database.appConnection, log)
    const files = await openFileStore({ directory: join(config.dataDirectory, 'files'), secrets })
    const sweeping = startSweeping({ pool: appPool, files, now: systemClock.now, log })
    const watching = startWatching({ pool: appPool, clock: systemClock, secrets, log })
    const writing = startWriting({ pool: appPool, clock: systemClock, log })
    const guarding = startGuarding({ pool: appPool, clock: systemClock, log })
    const messages = openMessageSender(config, log)
    const sending = startSending({ pool: appPool, clock: systemClock, secrets, messages, log })
    const turns = await startJobs({ ownerPool, ground: { pool: appPool, clock: systemClock, secrets, files }, jobs, log })
    const demoAccounts = demo ? { listDemoAccounts: () => demo.listDemoAccounts({ pool: ownerPool, secrets, clock: systemClock }) } : {}
    const demoPeople = demo ? { listDemoPeople: () => demo.listDemoPeople({ pool: ownerPool, secrets, today: systemClock.today() }) } : {}
    await pagesBuilt?.()
    const server = await buildServer({
      pool: appPool,
      mePool,
      clock: systemClock,
      secrets,
      files,
      sendCode: sendCodeBy(messages, log),
      secure: config.secure,
      log,
      webDirectory,
      ...demoAccounts,
      ...demoPeople,
    })
    return {
      listen: () => listen(server, config),
      close: async () => {
        await server.close()
        await turns.stop()
        // Together: a text that a silent gateway has not answered is not waited for once the line is closed.
        await Promise.all([sending.stop(), messages.close()])
        sweeping.stop()
        watching.stop()
        writing.stop()
        guarding.stop()
        await folding.stop()
        await database.close()
      },
    }
  } catch (fault) {
    await database.close()
    throw fault
  }
}

/** A code that could not be sent is said on the page, and why in the log: it is the operator who can mend it. */
const sendCodeBy =
  (messages: MessageSender, log: (line: string) => void) =>
  async (phone: string, code: string): Promise<boolean> =>
    await messages.send({ id: uuidv7(), phone, text: `【归队】验证码 ${code}，5 分钟内有效。请勿告诉他人。` }).then(
      () => true,
      (fault: unknown) => {
        log(`/me: ${String(fault)}`)
        return false
      },
    )

async function listen(server: Awaited<ReturnType<typeof buildServer>>, { host, port }: Config): Promise<string> {
  try {
    return await server.listen({ host, port })
  } catch (fault) {
    if ((fault as NodeJS.ErrnoException).code !== 'EADDRINUSE') throw fault
    throw new PlainError({
      zh: `端口 ${port} 已被占用。请关掉占用它的程序，或用 PORT=另一个端口 启动。`,
      en: `Port ${port} is in use. Stop the program that uses it, or start with another one: PORT=7311 npm start.`,
    })
  }
}
