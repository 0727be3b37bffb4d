import { addDays } from '../../../src/kernel/plain-date.ts'
import { type Course, hasClass, isVeteran } from '../course.ts'

/** The preference card, from the window up to the province and back into the hand. */
export const card: Course = {
  kind: 'preferenceCard',
  begins: 'station',
  isFor: isVeteran,
  answers: { kind: 'veteran', bank: '重庆农村商业银行', homeService: false },
  papers: ['photo', 'discharge'],
  turns: [
    { chair: 'township', step: 'accept', after: 3, answers: { hasStain: false } },
    { chair: 'county', step: 'countyReview', after: 4 },
    { chair: 'city', step: 'cityReview', after: 5 },
    { chair: 'province', step: 'file', after: 4 },
    { chair: 'province', step: 'order', after: 2 },
    { chair: 'county', step: 'signIn', after: 21 },
    { chair: 'township', step: 'issue', after: 4, answers: (_on, { id }) => ({ cardNumber: `YZ50${id.slice(-6).toUpperCase()}` }) },
  ],
}

/** A paper is wanting at first. */
export const cardAsked: Course = {
  ...card,
  papers: ['photo'],
  turns: [
    { chair: 'township', step: 'ask', after: 2, reason: '退役证件没有带来，请补一次原件核对；照片已符合要求。' },
    { chair: 'station', step: 'supply', after: 6, papers: ['discharge'] },
    ...card.turns,
  ],
}

/** The plaque at the door. */
export const plaque: Course = {
  kind: 'gloryPlaque',
  begins: 'station',
  isFor: isVeteran,
  answers: { ground: 'veteran' },
  turns: [
    { chair: 'township', step: 'confirm', after: 4 },
    { chair: 'county', step: 'deliver', after: 15 },
    { chair: 'station', step: 'hang', after: 5, answers: (_on, { id }) => ({ serialNo: `渝光荣-${id.slice(-5).toUpperCase()}` }) },
  ],
}

/** Hung, broken, and made anew. */
export const plaqueReplaced: Course = {
  ...plaque,
  turns: [...plaque.turns, { chair: 'station', step: 'replace', after: 40, answers: { why: 'damaged' } }],
}

/** Condolence money in an illness, handed over against a signature. */
export const condolence: Course = {
  kind: 'condolenceMoney',
  begins: 'station',
  answers: (on) => ({ occasion: 'illness', hospital: '渝北区人民医院，肺部感染', inHospitalOn: addDays(on, -4) }),
  papers: ['admission'],
  turns: [
    { chair: 'township', step: 'check', after: 2, answers: { proposed: '100000' } },
    { chair: 'approver', step: 'approve', after: 3, answers: { amount: '100000' } },
    { chair: 'station', step: 'handOver', after: 4, answers: (on, { name }) => ({ signedBy: [name], handedOn: on }) },
  ],
}

/** The file says something that is no longer so. */
export const correction: Course = {
  kind: 'fileCorrection',
  begins: 'station',
  answers: { part: 'contact', wrong: '住址已经搬到空港大道，手机号没有变。' },
  turns: [{ chair: 'station', step: 'mend', after: 4 }],
}

/** Reporting in after discharge: nine things at one window. */
export const reportIn: Course = {
  kind: 'reportIn',
  begins: 'station',
  isFor: ({ bornOn, classes }) => bornOn > '1994-12-31' && classes.includes('DISCHARGED'),
  answers: (on) => ({
    dischargedOn: addDays(on, -12),
    items: ['registry', 'household', 'reserve', 'pension', 'medical', 'card'],
    wish: 'work',
  }),
  papers: ['certificate', 'letter'],
  turns: [
    { chair: 'county', step: 'accept', after: 2 },
    { chair: 'county', step: 'progress', after: 7, answers: { doneItems: ['registry', 'household', 'reserve'] } },
    {
      chair: 'county',
      step: 'finish',
      after: 10,
      answers: { doneItems: ['registry', 'household', 'reserve', 'pension', 'medical', 'card'] },
    },
  ],
}

/** Something that nobody brought is asked for, and the person does not come. */
export const reportWanting: Course = {
  ...reportIn,
  papers: ['certificate'],
  turns: [{ chair: 'county', step: 'ask', after: 1, reason: '缺行政介绍信，请在一周内补交，其他材料已收齐。' }],
}

/** Kin of a martyr go to a grave elsewhere. */
export const trip: Course = {
  kind: 'memorialTrip',
  begins: 'station',
  isFor: hasClass('KIN-M', 'MARTYR-CHILD60'),
  answers: (on, { name }) => ({
    martyr: '李长庚（演示）',
    place: '云南省红河州屏边县烈士陵园',
    distance: 'province',
    relation: 'sibling',
    travellers: [name],
    isFrail: true,
    companion: ['陈小华'],
    companionHealthy: 'yes',
    way: 'self',
    onDay: `${Number(on.slice(0, 4)) + (on.slice(5) <= '08-01' ? 1 : 2)}-04-03`,
  }),
  papers: ['kinProof'],
  turns: [{ chair: 'county', step: 'issue', after: 5 }],
}
