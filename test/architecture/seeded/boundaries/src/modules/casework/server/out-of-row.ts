import { ledger } from '../../ledger/index.ts'

export const borrowed = ledger
