import { setTimeout as sleep } from 'node:timers/promises'
import { uuidv7 } from 'uuidv7'

/** Somebody of the demo who is signed in and sends what an office sends. */
export interface Seat {
  readonly see: <T>(name: string, input: object) => Promise<T>
  /** @throws where it is refused */
  readonly act: <T>(name: string, input: object, key?: string) => Promise<T>
  /** Sends once; undefined where no answer came. */
  readonly send: (name: string, input: object, key: string) => Promise<string | undefined>
  /** Stores a return file of a bank. @returns its id */
  readonly bring: (content: string) => Promise<string>
}

interface DemoAccount {
  readonly login: string
  readonly password: string
  readonly code?: string
}

export async function takeSeat(address: string, login: string): Promise<Seat> {
  const shown = (await (await fetch(`${address}/api/session`)).json()) as { demoAccounts: DemoAccount[] }
  const account = shown.demoAccounts.find((one) => one.login === login)
  if (!account) throw new Error(`the demo has no account ${login}`)
  const { password, code } = account
  const headers = { 'content-type': 'application/json' }
  const answer = await fetch(`${address}/api/session`, { method: 'POST', headers, body: JSON.stringify({ login, password, code }) })
  if (!answer.ok) throw new Error(`${login} could not sign in: ${await answer.text()}`)
  const cookie = answer.headers
    .getSetCookie()
    .map((one) => one.split(';')[0])
    .join('; ')
  const post = (path: string, input: object, key: string) =>
    fetch(`${address}/api/${path}`, {
      method: 'POST',
      headers: { ...headers, 'idempotency-key': key, cookie },
      body: JSON.stringify(input),
      signal: AbortSignal.timeout(15_000),
    })
  const value = async (name: string, answered: Response): Promise<never> => {
    const said = (await answered.json()) as { value?: never }
    if (!answered.ok || said.value === undefined) throw new Error(`${name}: ${JSON.stringify(said)}`)
    return said.value
  }
  return {
    see: async (name, input) => value(name, await post(`see/${name}`, input, uuidv7())),
    act: async (name, input, key = uuidv7()) => value(name, await post(`do/${name}`, input, key)),
    bring: async (content) => {
      const form = new FormData()
      form.append('file', new Blob([content], { type: 'text/csv' }), '回单.csv')
      const brought = await fetch(`${address}/api/files?kind=bankReturn`, {
        method: 'POST',
        headers: { cookie, 'x-guidui-upload': '1' },
        body: form,
      })
      return ((await value('file.upload', brought)) as { id: string }).id
    },
    send: async (name, input, key) => {
      const heard = await post(`do/${name}`, input, key).catch(() => undefined)
      return heard?.text().catch(() => undefined)
    },
  }
}

/** Sends again under the same key until it is answered with what was done. */
export async function insist<T>(seat: Seat, { name, input, key }: { name: string; input: object; key: string }): Promise<T> {
  for (let tries = 0; ; tries += 1) {
    try {
      return await seat.act<T>(name, input, key)
    } catch (fault) {
      if (tries > 100) throw fault
      await sleep(50)
    }
  }
}
