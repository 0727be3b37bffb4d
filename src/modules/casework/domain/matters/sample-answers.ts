/** What somebody might answer: enough to begin a matter of each kind in a test. */
export const PHONE = { phone: '10012345678' }
export const PLAQUE = { ground: 'veteran', ...PHONE }
export const REPORT = { dischargedOn: '2026-06-01', items: ['registry', 'card'], ...PHONE }
export const AID = { hardshipCause: 'relapse', story: '旧伤复发住院', ...PHONE }
export const TRIP = {
  martyr: '陈铁',
  place: '某省某县烈士陵园',
  distance: 'province',
  relation: 'child',
  travellers: ['甲', '乙'],
  isFrail: false,
  way: 'self',
  onDay: '2027-04-05',
}
export const AGENT = {
  way: 'agent',
  what: '代领资料',
  agent: ['丙'],
  agentPhone: '10012345679',
  scope: ['submit', 'collect'],
  authorityUntil: '2026-06-30',
  ...PHONE,
}
export const HOME = { way: 'home', what: '办优待证', why: 'aged', address: '某某路一号', ...PHONE }
