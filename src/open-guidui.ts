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
import { openProvider } from './platform/access/index.ts'
import { systemClock } from './platform/clock/clock.ts'
import type { Config } from './platform/config/config.ts'
import { type Begun, nothingBegun, type Part } from './platform/faults/begun.ts'
import { openFileStore, startSweeping } from './platform/files/index.ts'
import { startJobs } from './platform/jobs/jobs.ts'
import { type MessageSender, openMessageSender } from './platform/messages/index.ts'
import { buildServer, type ServerParts } from './server.ts'

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

type DemoLists = Pick<ServerParts, 'listDemoAccounts' | 'listDemoPeople'>

/**
 * Everything joined upon the floor: divisions, demo where asked for, jobs, folding and pages. A fault on the way ends what had
 * been begun before it is thrown.
 */
export async function openGuidui(parts: GuiduiParts): Promise<Guidui> {
  const begun = nothingBegun()
  begun.keep({ stop: parts.floor.database.close })
  try {
    return await beginAll(parts, begun)
  } catch (fault) {
    // The fault that was first says why there is no program; what it left standing is only worth a line.
    await begun.stop().catch((left: unknown) => parts.log(`not everything could be closed: ${String(left)}`))
    throw fault
  }
}

async function beginAll({ config, floor, log, webDirectory, pagesBuilt }: GuiduiParts, begun: Begun): Promise<Guidui> {
  const { database, secrets } = floor
  const { ownerPool, appPool: pool, mePool } = database
  const clock = systemClock
  await loadDivisions(ownerPool, { regions: config.regions, log })
  await emitPlaces(ownerPool)
  const demoLists = await loadDemoIfAsked({ config, floor, log })
  const files = await openFileStore({ directory: join(config.dataDirectory, 'files'), secrets })
  begun.keep(startSweeping({ pool, files, now: clock.now, log }))
  begun.keep(startWatching({ pool, clock, secrets, log }))
  begun.keep(startWriting({ pool, clock, log }))
  begun.keep(startGuarding({ pool, clock, log }))
  const messages = openMessageSender(config, log)
  const sending = startSending({ pool, clock, secrets, messages, log })
  // Together: a text that a silent gateway has not answered is not waited for once the line is closed.
  begun.keep({ stop: () => Promise.all([sending.stop(), messages.close()]) })
  const ground = { pool, clock, secrets, files }
  const serve = async () => {
    await pagesBuilt?.()
    const { secure } = config
    const provider = config.provider && { provider: openProvider(config.provider, log) }
    const sendCode = sendCodeBy(messages, log)
    return await buildServer({ ...ground, mePool, sendCode, secure, log, webDirectory, ...provider, ...demoLists })
  }
  // One waits for the database mostly, the other builds its routes meanwhile.
  const serving = serve()
  await begun.keepAll<Part>([startJobs({ ownerPool, ground, jobs, log }), serving.then((server) => ({ stop: () => server.close() }))])
  const server = await serving
  // Last: its thread would take a core from what whoever waits for the first page waits for. Unfolded facts are counted too.
  begun.keep(startFolding(database.appConnection, log))
  return { listen: () => listen(server, config), close: begun.stop }
}

/** Whoever serves real people never has the demo in memory. */
async function loadDemoIfAsked({ config, floor, log }: Pick<GuiduiParts, 'config' | 'floor' | 'log'>): Promise<DemoLists> {
  if (!config.demo) return {}
  const demo = await import('../demo/index.ts')
  const { secrets, ring } = floor
  const { ownerPool, appPool, mePool } = floor.database
  const office = config.demo === 'whole' ? { office: { appPool, mePool } } : {}
  await demo.loadDemo({ ownerPool, secrets, ring, people: config.demoPeople, ...office, clock: systemClock, log })
  return {
    listDemoAccounts: () => demo.listDemoAccounts({ pool: ownerPool, secrets, clock: systemClock }),
    listDemoPeople: () => demo.listDemoPeople({ pool: ownerPool, secrets, today: systemClock.today() }),
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
