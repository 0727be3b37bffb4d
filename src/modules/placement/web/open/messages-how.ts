import { defineMessages } from '../../../../ui/text/messages.ts'

/** The method in plain words. */
export const howMessages = defineMessages(
  {
    'placement.how.title': '选岗是怎么排的',
    'placement.how.lead': '三句话：分高的先选；分一样的按事先公布的规矩排；还分不出来的，抽签。谁都改不了，因为开始前就封存了。',
    'placement.how.seal': '第一步 封存：先把底牌盖上',
    'placement.how.sealWords':
      '名单（用代号，不写姓名）、每个人每一项的分、岗位、同分怎么排，还有一个密封的随机数，全部算成一串 64 位的字，叫承诺值，当天就公布。里面哪怕改一个字，这串字就全变了。',
    'placement.how.draw': '第二步 抽签：用谁也左右不了的号码',
    'placement.how.drawWords':
      '抽签号用事先说好的、之后才开出的公开号码（比如某一期福利彩票）。它和密封的随机数合起来定签。封存的时候，谁也不知道它会是几。',
    'placement.how.order': '第三步 排次序',
    'placement.how.orderWords': '先比总分。总分一样，比同分规则里的第一条，再比第二条……都一样才看抽签。姓名、住处、找过谁，都不进来。',
    'placement.how.turn': '第四步 轮着选',
    'placement.how.turnWords':
      '轮到谁谁选，大屏幕上看得到还剩什么。没选好可以让一让，等大家都选过再选一次。来不了的，事先交一份名单，从上往下选到有的为止。监督人不到场不开始；点错了，只有监督人能撤回，要写明理由。',
    'placement.how.chain': '第五步 一环扣一环',
    'placement.how.chainWords':
      '每一步都记一条，每一条都咬着上一条。中间删一条、改一条，后面的全都对不上。您的回执上印着您那一条的编号，拿它就能查记录有没有被动过。',
    'placement.how.check': '第六步 自己核',
    'placement.how.checkWords':
      '结束后整份记录公开。点“核验”，您的手机自己从头算一遍，不用联网，也不上传任何东西。对不上，它会告诉您哪一条、哪里不对。',
    'placement.how.go': '去核验',
    'placement.how.pic': '图：封存在先，抽签在后，次序由两者定下，每一步连成一条链，最后人人可核',
    'placement.how.p.seal': '封存',
    'placement.how.p.sealNote': '名单 分数 岗位 规则',
    'placement.how.p.sealNote2': '＋ 密封随机数',
    'placement.how.p.draw': '公开抽签号',
    'placement.how.p.drawNote': '事先说好，之后开出',
    'placement.how.p.order': '次序',
    'placement.how.p.orderNote': '分数 → 同分规则 → 签',
    'placement.how.p.turns': '轮着选',
    'placement.how.p.turnsNote': '一条咬着一条',
    'placement.how.p.check': '自己核',
    'placement.how.p.checkNote': '在您手机上算',
    'placement.how.p.published': '当天公布承诺值',
  },
  {
    'placement.how.title': 'How the order is made',
    'placement.how.lead':
      'More points go first; equals by rules published beforehand; who is equal still, by lot. Nobody can change it: all is sealed first.',
    'placement.how.seal': '1 Seal: the cards are laid face down',
    'placement.how.sealWords':
      'The list (under pseudonyms), every line of every score, the posts, the tie rule and a sealed random number become one line of 64 signs: the commitment, published the same day. Change one letter and all of it changes.',
    'placement.how.draw': '2 Draw: by a number nobody can steer',
    'placement.how.drawWords':
      'A public number, named beforehand and drawn later (a lottery), completes the lot with the sealed random number. When all was sealed nobody knew it.',
    'placement.how.order': '3 The order',
    'placement.how.orderWords':
      'First points. If equal, the first tie rule, then the second; only then the lot. Names, homes and acquaintances never enter.',
    'placement.how.turn': '4 Turn by turn',
    'placement.how.turnWords':
      'Each in turn, with what is left on the screen. One may pass and choose once more after all others. Who cannot come hands in a list. Nothing begins without the supervisor; only the supervisor takes back a step, with a reason.',
    'placement.how.chain': '5 Link by link',
    'placement.how.chainWords':
      'Each step is a link that holds on to the one before. Take one out and all after it fail. Your receipt bears the number of yours.',
    'placement.how.check': '6 Check it yourself',
    'placement.how.checkWords':
      'Afterwards the whole record is public. Press Check: your phone works everything out again, offline, and names what does not fit.',
    'placement.how.go': 'To the check',
    'placement.how.pic': 'Picture: sealed first, drawn later, the order follows from both, the steps are a chain, and anybody checks',
    'placement.how.p.seal': 'Seal',
    'placement.how.p.sealNote': 'people points posts rules',
    'placement.how.p.sealNote2': '+ sealed random number',
    'placement.how.p.draw': 'Public draw',
    'placement.how.p.drawNote': 'named first, drawn later',
    'placement.how.p.order': 'Order',
    'placement.how.p.orderNote': 'points → ties → lot',
    'placement.how.p.turns': 'Turns',
    'placement.how.p.turnsNote': 'link by link',
    'placement.how.p.check': 'Check',
    'placement.how.p.checkNote': 'on your own phone',
    'placement.how.p.published': 'commitment published',
  },
)
