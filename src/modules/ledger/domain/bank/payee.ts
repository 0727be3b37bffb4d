/** To whom and where a bank pays, in clear: only ever in memory and in the sealed bank file. */
export interface Payee {
  /** The number of the account. */
  readonly account: string
  /** The full name under which the bank keeps the account 户名; empty only of what was sealed before names were. */
  readonly holder: string
  /** The bank, as precisely as it is known 开户行; empty where nobody has said it. */
  readonly bank: string
}

/** All three as one text, to be sealed as one: none of them can be exchanged without the others. */
export const packPayee = ({ account, holder, bank }: Payee): string => JSON.stringify([account, holder, bank])

/** @throws where the text was not written by `packPayee`; a bare number is an account that was sealed before names were */
export function readPayee(text: string): Payee {
  if (/^\d+$/.test(text)) return { account: text, holder: '', bank: '' }
  const parts: unknown = JSON.parse(text)
  if (!Array.isArray(parts) || parts.length !== 3) throw new Error('a sealed payee has another shape')
  const [account, holder, bank] = parts.map(String) as [string, string, string]
  return { account, holder, bank }
}
