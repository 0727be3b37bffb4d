import Fastify from 'fastify'
import { afterAll, expect, test } from 'vitest'
import { refuseCrossSite } from './cross-site.ts'

const app = Fastify()
app.addHook('onRequest', refuseCrossSite)
app.addContentTypeParser(['text/plain', 'multipart/form-data', 'application/x-www-form-urlencoded'], (_request, payload, done) => {
  payload.resume()
  done(null, {})
})
for (const url of ['/change', '/other']) app.route({ method: ['GET', 'POST', 'PUT', 'PATCH', 'DELETE'], url, handler: async () => 'done' })
app.post('/upload', { config: { takesUpload: true } }, async () => 'done')
afterAll(() => app.close())

const JSON_TYPE = { 'content-type': 'application/json', host: 'guidui.example' }
const statusOf = async (method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE', headers: Record<string, string>, url = '/change') =>
  (await app.inject({ method, url, headers, ...(method === 'GET' ? {} : { payload: '{}' }) })).statusCode

test('our own page changes things, and so does a program without an Origin', async () => {
  expect(await statusOf('POST', { ...JSON_TYPE, origin: 'https://guidui.example', 'sec-fetch-site': 'same-origin' })).toBe(200)
  expect(await statusOf('POST', JSON_TYPE)).toBe(200)
  expect(await statusOf('DELETE', { ...JSON_TYPE, 'content-type': 'application/json; charset=utf-8' })).toBe(200)
})

test.each(['POST', 'PUT', 'PATCH', 'DELETE'] as const)('another site’s page changes nothing with %s', async (method) => {
  for (const origin of [
    'https://evil.example',
    'https://guidui.example.evil.example',
    'https://guidui.example:8443',
    'null',
    'not an origin',
  ])
    expect(await statusOf(method, { ...JSON_TYPE, origin })).toBe(403)
  expect(await statusOf(method, { ...JSON_TYPE, 'sec-fetch-site': 'cross-site' })).toBe(403)
  expect(await statusOf(method, { ...JSON_TYPE, 'sec-fetch-site': 'same-site' })).toBe(403)
})

test.each([
  'text/plain',
  'multipart/form-data; boundary=x',
  'application/x-www-form-urlencoded',
  'application/jsonp',
  'text/plain; a=application/json',
])('a form’s %s changes nothing', async (type) => {
  expect(await statusOf('POST', { host: 'guidui.example', 'content-type': type })).toBe(415)
})

test('a file is taken where files are, with our own header, from our own page', async () => {
  const file = { host: 'guidui.example', 'content-type': 'multipart/form-data; boundary=x' }

  expect(await statusOf('POST', { ...file, 'x-guidui-upload': '1' }, '/upload')).toBe(200)
  expect(await statusOf('POST', file, '/upload')).toBe(415)
  expect(await statusOf('POST', { ...file, 'x-guidui-upload': '1' }, '/other')).toBe(415)
  expect(await statusOf('POST', { ...file, 'x-guidui-upload': '1', origin: 'https://evil.example' }, '/upload')).toBe(403)
})

test('reading is open: other pages may link to us', async () => {
  expect(await statusOf('GET', { host: 'guidui.example', 'sec-fetch-site': 'cross-site' })).toBe(200)
})
