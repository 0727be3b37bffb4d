export const ledger = 'ledger'
