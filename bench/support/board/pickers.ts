import { Secret, TOTP } from 'otpauth'
import { uuidv7 } from 'uuidv7'
import { rangeOf, type UnitCode } from '../../../src/kernel/region-code.ts'
import type { RoundPage } from '../../../src/modules/placement/contract.ts'
import { installAccount } from '../../../src/platform/access/index.ts'
import { withScope } from '../../../src/platform/database/scope.ts'
import { type HttpLine, openLine } from '../http-line.ts'
import type { Bench } from '../open-bench.ts'

const YUBEI = '500112000000' as UnitCode
const LOGIN = 'bench.board'
const PASSWORD = 'Measured-And-Told-2026!'
const SECRET = 'JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP'

export interface Pickers {
  readonly see: (roundId: string) => Promise<RoundPage>
  /** All clients pick for whoever has the turn, each another post; gives the links that stand. */
  readonly pickAtOnce: (scene: RoundPage & { next: NonNullable<RoundPage['next']> }) => Promise<number[]>
  readonly close: () => void
}

/** An officer of the county at so many windows, each with a connection of its own. */
export async function openPickers(bench: Bench, { address, clients }: { address: URL; clients: number }): Promise<Pickers> {
  await install(bench)
  const lines = Array.from({ length: clients }, () => openLine(address))
  const [first] = lines as [HttpLine]
  const code = new TOTP({ secret: Secret.fromBase32(SECRET), algorithm: 'SHA1', digits: 6, period: 30 }).generate()
  const { cookie, status, body } = await first.post('/api/session', {}, { login: LOGIN, password: PASSWORD, code })
  if (status !== 200) throw new Error(`${LOGIN} could not sign in: ${body}`)
  const post = (line: HttpLine, path: string, message: unknown) => line.post(path, { cookie, 'idempotency-key': uuidv7() }, message)
  return {
    see: async (roundId) => JSON.parse((await post(first, '/api/see/round.get', { roundId })).body).value as RoundPage,
    pickAtOnce: async ({ line: { id: roundId }, next: { turn, candidateId, open } }) => {
      const answers = await Promise.all(
        lines.map((line, at) => {
          const taken = { kind: 'pick', post: open[at % open.length], by: 'self' }
          return post(line, '/api/do/round.turn', { roundId, turn, candidateId, taken })
        }),
      )
      return answers.flatMap((answer) => (answer.status === 200 ? [JSON.parse(answer.body).value.seq as number] : []))
    },
    close: () => {
      for (const line of lines) line.close()
    },
  }
}

async function install({ database, secrets }: Bench): Promise<void> {
  const account = { login: LOGIN, name: '测', unitCode: YUBEI, password: PASSWORD, mustChangePassword: false, now: new Date() }
  await withScope(database.ownerPool, rangeOf(YUBEI), 'write', (tx) =>
    installAccount(tx, secrets, { ...account, totpSecret: SECRET, roles: ['countyOfficer'] }),
  )
}
