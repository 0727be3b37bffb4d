/**
 * Whose page this is. A browser has one session for all its windows: somebody else who signs in in another one must not end
 * up as the author of what is typed here, so every letter of a page names its account, and the server takes it under no other.
 */
let owner: string | undefined

/** The page is this account's from now on. */
export function ownPage(accountId: string): void {
  owner = accountId
}

/** The header that names the account of the page; none before anybody is known. */
export const inPagesName = (): Record<string, string> => (owner === undefined ? {} : { 'x-guidui-account': owner })
