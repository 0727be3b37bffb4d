import type { PoolClient } from 'pg'
import { uuidv7 } from 'uuidv7'
import { packPayee } from '../../src/modules/ledger/index.ts'
import { byteaColumn, uuidColumn } from '../../src/platform/database/column-arrays.ts'
import type { Secrets } from '../../src/platform/secrets/secrets.ts'

/** The floors of 2024 for war, duty and illness of grade 5, a year in fen: what a loop by hand knows. */
export const YEAR_FEN = [6_703_200, 5_698_800, 5_144_400] as const

const TABLES =
  'benefits.entitlements, benefits.life_events, benefits.runs, benefits.lines, benefits.run_failures, benefits.run_progress, benefits.once_dead, benefits.unpaid, ledger.batch_lines, ledger.batches, ledger.bank_files, ledger.bank_returns, ledger.return_files'
const PAGE = 20_000

/** People of grade 5 in 渝北区, their cause by turns, each with a sealed payee; whatever was there before is gone. */
export async function owePeople(owner: PoolClient, secrets: Secrets, people: number): Promise<void> {
  await owner.query(`truncate ${TABLES}`)
  const hands = [uuidv7(), uuidv7()]
  for (let first = 0; first < people; first += PAGE) {
    const ids = Array.from({ length: Math.min(PAGE, people - first) }, () => uuidv7())
    const sealed = ids.map((id, no) => {
      const payee = { account: `62220000${String(first + no).padStart(11, '0')}`, holder: '周建国', bank: '中国邮政储蓄银行渝北支行' }
      return secrets.encrypt('benefits.entitlements.payee_account', id, packPayee(payee))
    })
    await owner.query(
      `insert into benefits.entitlements (bureau_code, unit_code, person_id, class_code, id, grade, cause, service_years, born_on, place, from_on, pays_from,
              is_minor, applied_on, applied_at, applied_by, approved_on, approved_at, approved_by, payee_bank, payee_account, payee_label)
       select '500112', '500112000000', p.id, 'DIS', gen_random_uuid(), 5, (array['war', 'duty', 'illness'])[1 + ($5 + p.no - 1) % 3], 0, '1960-01-01',
              '500112000000', '2015-01-01', '2015-01-01', false, '2025-12-01', '2025-12-01', $3, '2025-12-02', '2025-12-02', $4, '邮储银行', p.sealed, '周*国'
         from unnest($1::uuid[], $2::bytea[]) with ordinality as p (id, sealed, no)`,
      [uuidColumn(ids), byteaColumn(sealed), ...hands, first],
    )
  }
  await owner.query('vacuum analyze benefits.entitlements')
}
