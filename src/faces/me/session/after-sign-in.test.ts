import { expect, test } from 'vitest'
import { afterSignIn } from './after-sign-in.ts'

test.each([
  ['', '/me'],
  ['?to=/me/matters', '/me/matters'],
  ['?to=%2Fme%2Fkinds%2FmemorialTrip%3Fabout%3Dphone', '/me/kinds/memorialTrip?about=phone'],
  ['?to=/me/sign-in', '/me'],
  ['?to=/desk', '/me'],
  ['?to=//evil.example/me', '/me'],
  ['?to=/me/..//evil.example', '/me'],
  ['?to=https://evil.example/me', '/me'],
  ['?to=/mean', '/me'],
])('%j leads to %s', (search, path) => {
  expect(afterSignIn(search)).toBe(path)
})
