import { expect, test } from 'vitest'
import { siteOf } from './site.ts'

const park = { name: '双凤桥烈士陵园', type: 'park', level: 'county', keeper: '渝北区退役军人事务局' }

test('a facility is public with what its form says, and with its point where the system is said', () => {
  const said = { ...park, phone: '023-67001234', hours: '每日 8:00–18:00', latitude: '29.718', longitude: '106.631', datum: 'wgs84' }

  expect(siteOf(said)).toEqual({
    ...park,
    place: '',
    address: '',
    phone: '023-67001234',
    openingHours: '每日 8:00–18:00',
    point: { latitude: 29.718, longitude: 106.631, datum: 'WGS-84' },
  })
  expect(siteOf(park)).toMatchObject({ point: undefined })
})

test('a martyr’s name in the name of a tomb is honoured publicly', () => {
  expect(siteOf({ ...park, name: '李某某烈士墓', type: 'tomb' })).toMatchObject({ name: '李某某烈士墓' })
})

test.each([
  [{ keeper: ' ' }, 'missing', 'keeper'],
  [{ phone: '139 1234 5678' }, 'private-number', 'phone'],
  [{ phone: '023-67001234 陈站长' }, 'not-a-phone', 'phone'],
  [{ keeper: '守墓人老陈 13912345678' }, 'private-number', 'keeper'],
  [{ address: '后山，烈属 990101196001010011 家旁' }, 'private-number', 'address'],
  [{ latitude: '29.7' }, 'not-coordinates', 'longitude'],
  [{ latitude: '北纬29度', longitude: '106.6' }, 'not-coordinates', 'latitude'],
  [{ latitude: '106.631', longitude: '29.718', datum: 'WGS-84' }, 'outside-china', 'latitude'],
  [{ latitude: '29.718', longitude: '10.6', datum: 'WGS-84' }, 'outside-china', 'longitude'],
  [{ latitude: '29.718', longitude: '106.631' }, 'datum-missing', 'datum'],
  [{ latitude: '29.718', longitude: '106.631', datum: 'BD-09' }, 'datum-missing', 'datum'],
])('%o is held back: %s of %s', (more, why, field) => {
  expect(siteOf({ ...park, ...more })).toEqual({ why, field })
})
