import { expect, test } from 'vitest'
import { PlainError } from '../../../kernel/plain-error.ts'
import { readConfig } from '../../config/config.ts'

test('an address names the gateway, who we are, and how fast we may be', () => {
  const config = readConfig({ SMS_GATEWAY: 'cmpp://901234:s%40cret%2F1@gw.example.cn:7891?code=10690001&rate=50&window=8&service=GUIDUI' })

  expect(config.messages).toEqual({
    kind: 'cmpp',
    host: 'gw.example.cn',
    port: 7891,
    spId: '901234',
    secret: 's@cret/1',
    code: '10690001',
    rate: 50,
    window: 8,
    service: 'GUIDUI',
  })
})

test('what may be left out is 7890, twenty a second, a window of sixteen and no service code', () => {
  const config = readConfig({ SMS_GATEWAY: 'cmpp://901234:secret@[::1]?code=10690001' })

  expect(config.messages).toMatchObject({ host: '::1', port: 7890, rate: 20, window: 16, service: '' })
})

test.each([
  ['no secret', 'cmpp://901234@gw:7890?code=10690001'],
  ['no number to send from', 'cmpp://901234:very-secret@gw:7890'],
  ['an SP_Id of five', 'cmpp://90123:very-secret@gw:7890?code=10690001'],
  ['no rate at all', 'cmpp://901234:very-secret@gw:7890?code=10690001&rate=0'],
  ['a window of a hundred', 'cmpp://901234:very-secret@gw:7890?code=10690001&window=100'],
  ['a misspelt part', 'cmpp://901234:very-secret@gw:7890?code=10690001&speed=20'],
  ['a path', 'cmpp://901234:very-secret@gw:7890/submit?code=10690001'],
  ['another protocol', 'smpp://901234:very-secret@gw:7890?code=10690001'],
  ['a port that is none', 'cmpp://901234:very-secret@gw:99999?code=10690001'],
  ['a secret that cannot be read', 'cmpp://901234:very-secret%zz@gw:7890?code=10690001'],
])('an address with %s is refused at the start, without repeating it', (_, address) => {
  let fault: unknown
  try {
    readConfig({ SMS_GATEWAY: address })
  } catch (reason) {
    fault = reason
  }

  expect(fault).toBeInstanceOf(PlainError)
  expect(String(fault)).toContain('SMS_GATEWAY')
  expect(String(fault)).not.toContain('very-secret')
})
