/** Where somebody goes after the sign-in: the page of /me they came for, and nowhere else. */
export function afterSignIn(search: string): string {
  const to = new URLSearchParams(search).get('to') ?? '/me'
  return /^\/me(\/[\w/-]*)?(\?[^#]*)?$/.test(to) && !to.startsWith('/me/sign-in') ? to : '/me'
}
