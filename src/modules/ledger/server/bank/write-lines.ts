import type { Opening } from '../../../../platform/secrets/secrets.ts'
import type { BankFormatName } from '../../contract.ts'
import { BANK_FORMATS, type FileLine } from '../../domain/bank/bank-format.ts'
import type { Payee } from '../../domain/bank/payee.ts'
import { openPayees } from '../batches/batch-states.ts'
import { type SealedLine, unpackLines } from './packed-lines.ts'

/** Lines as they were packed, and the number of the first of them in the file. */
export interface LineOrder {
  readonly packed: string
  readonly first: number
}

/** What was sealed before names were is told by its label. */
function told(line: SealedLine | undefined, { account, holder, bank }: Payee): FileLine {
  if (!line) throw new Error('more payees than lines')
  const { lineId, amountFen, memo, payeeLabel } = line
  return { lineId, amountFen, memo, account, bank, holder: holder || payeeLabel }
}

/** What a bank reads of packed lines. @throws where an account does not open */
export function writeLines(secrets: Opening, format: BankFormatName, { packed, first }: LineOrder): Buffer {
  const { line: write } = BANK_FORMATS[format]
  const written: Buffer[] = []
  let number = first
  for (const lines of unpackLines(packed)) {
    const payees = openPayees(secrets, lines)
    let text = ''
    for (const [at, payee] of payees.entries()) text += write(told(lines[at], payee), number + at)
    number += lines.length
    written.push(Buffer.from(text, 'utf8'))
  }
  return Buffer.concat(written)
}
