import { parseArgs } from 'node:util'
import { PlainError } from './kernel/plain-error.ts'
import { regionOf } from './kernel/region-code.ts'
import { getPath } from './modules/network/index.ts'
import { openFloor } from './open-floor.ts'
import { ADMINISTRATOR_KINDS, type AdministratorKind, installAdministrator, type NewAdministrator } from './platform/access/index.ts'
import { systemClock } from './platform/clock/clock.ts'
import { readConfig } from './platform/config/config.ts'

const isKind = (kind: string | undefined): kind is AdministratorKind => kind !== undefined && Object.hasOwn(ADMINISTRATOR_KINDS, kind)

/** `guidui admin create`: one of the three administrators of a place; prints the first password once. */
export async function adminCreate(args: readonly string[], say: (line: string) => void): Promise<void> {
  const text = { type: 'string' } as const
  const { values } = parseArgs({ args: [...args], options: { kind: text, login: text, name: text, unit: text }, strict: false })
  const [kind, login, name, unitCode] = [values['kind'], values['login'], values['name'], values['unit']].map((value) =>
    typeof value === 'string' ? value : undefined,
  )
  if (!isKind(kind) || login === undefined || name === undefined || unitCode === undefined) {
    throw new PlainError({
      zh: '用法：guidui admin create --kind system|security|audit --unit 500112000000 --login luo.heng --name 罗恒',
      en: 'Usage: guidui admin create --kind system|security|audit --unit CODE --login LOGIN --name NAME',
    })
  }
  const { database, secrets } = await openFloor(readConfig(), () => undefined)
  try {
    const isPlace: NewAdministrator['isPlace'] = async (tx, unit) => (await getPath(tx, regionOf(unit))).length > 0
    const asked = { kind, login, name, unitCode, now: systemClock.now(), isPlace }
    const { password } = await installAdministrator(database.ownerPool, secrets, asked)
    say(`已开通 / opened: ${login}（${name}，${ADMINISTRATOR_KINDS[kind]}，${unitCode}）`)
    say(`初始密码（只显示这一次） / first password, shown once: ${password}`)
  } finally {
    await database.close()
  }
}
