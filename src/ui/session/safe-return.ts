/** Where to go after the sign-in: a path of our own and nothing else, so that no link can lead people away. */
export function safeReturn(asked: string | null): string {
  return asked !== null && /^\/(?![/\\])/.test(asked) && !asked.startsWith('/sign-in') ? asked : '/'
}
