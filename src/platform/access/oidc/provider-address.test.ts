import { expect, test } from 'vitest'
import { PlainError } from '../../../kernel/plain-error.ts'
import { readConfig } from '../../config/config.ts'

test('an address names the provider, who we are to it, and what people call it', () => {
  const { provider } = readConfig({ OIDC_PROVIDER: 'https://gui%40dui:s%40cret%2F1@sso.example.cn/realms/county?name=市级统一认证' })

  expect(provider).toEqual({
    issuer: 'https://sso.example.cn/realms/county',
    clientId: 'gui@dui',
    clientSecret: 's@cret/1',
    name: '市级统一认证',
  })
})

test('an issuer keeps a slash of its path and has none at the root of its host', () => {
  const issuerOf = (address: string) => readConfig({ OIDC_PROVIDER: address }).provider?.issuer

  expect(issuerOf('https://a:b@sso.example.cn')).toBe('https://sso.example.cn')
  expect(issuerOf('https://a:b@sso.example.cn/o/guidui/')).toBe('https://sso.example.cn/o/guidui/')
  expect(issuerOf('http://a:b@localhost:9000')).toBe('http://localhost:9000')
})

test('left out, there is no provider; without words for the button it is 统一身份认证', () => {
  expect(readConfig({}).provider).toBeUndefined()
  expect(readConfig({ OIDC_PROVIDER: 'https://a:b@sso.example.cn' }).provider?.name).toBe('统一身份认证')
})

test.each([
  ['no secret', 'https://guidui@sso.example.cn'],
  ['no client', 'https://:very-secret@sso.example.cn'],
  ['no TLS', 'http://guidui:very-secret@sso.example.cn'],
  ['no TLS, and the name of another machine', 'http://guidui:very-secret@localhost.example.cn'],
  ['an empty name', 'https://guidui:very-secret@sso.example.cn?name='],
  ['a misspelt part', 'https://guidui:very-secret@sso.example.cn?nmae=x'],
  ['a fragment', 'https://guidui:very-secret@sso.example.cn#x'],
  ['a secret that cannot be read', 'https://guidui:very-secret%zz@sso.example.cn'],
  ['no address at all', 'very-secret'],
])('an address with %s is refused at the start, without repeating it', (_, address) => {
  let fault: unknown
  try {
    readConfig({ OIDC_PROVIDER: address })
  } catch (reason) {
    fault = reason
  }

  expect(fault).toBeInstanceOf(PlainError)
  expect(String(fault)).toContain('OIDC_PROVIDER')
  expect(String(fault)).not.toContain('very-secret')
})
