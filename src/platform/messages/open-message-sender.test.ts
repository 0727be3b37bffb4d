import { expect, test } from 'vitest'
import { readConfig } from '../config/config.ts'
import { MessageNotSent, openMessageSender } from './index.ts'

function open(environment: Readonly<Record<string, string>>) {
  const lines: string[] = []
  const sender = openMessageSender(readConfig(environment), (line) => lines.push(line))
  return { lines, sender }
}

test('the demo shows a text to a demo person in one line of the log', async () => {
  const { lines, sender } = open({})

  await sender.send({ id: 'm1', phone: '10012344821', text: '【归队】验证码 204816，\n10 分钟内有效。' })

  expect(sender.isConsole).toBe(true)
  expect(lines).toEqual(['短信 / text message → 10012344821  【归队】验证码 204816， 10 分钟内有效。'])
})

test('a number that somebody may really have is masked in the log', async () => {
  const { lines, sender } = open({ SMS_GATEWAY: 'console' })

  await sender.send({ id: 'm1', phone: '13800138000', text: '【归队】您好' })

  expect(lines.join()).not.toContain('13800138000')
  expect(lines.join()).toContain('138****8000')
})

test('without the demo and without a gateway nothing is sent, and nothing stands in the log', async () => {
  const { lines, sender } = open({ GUIDUI_DEMO: 'no' })

  const sending = sender.send({ id: 'm1', phone: '13800138000', text: '【归队】验证码 204816' })

  await expect(sending).rejects.toBeInstanceOf(MessageNotSent)
  await expect(sending).rejects.toMatchObject({ fate: 'not-sent', zh: expect.stringContaining('SMS_GATEWAY') })
  expect(sender.isConsole).toBe(false)
  expect(lines).toEqual([])
})

test.each(['', 'yes', 'Console', 'smtp://mail.example'])(
  'the setting %j is refused at the start, in a sentence that names it',
  (setting) => {
    expect(() => readConfig({ SMS_GATEWAY: setting })).toThrow(/SMS_GATEWAY/)
  },
)
