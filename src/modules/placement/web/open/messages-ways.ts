import { defineMessages } from '../../../../ui/text/messages.ts'

/** Every way to a post in plain words, for who is to be placed by it. */
export const wayMessages = defineMessages(
  {
    'placement.ways.title': '五种方式，各有什么不同',
    'placement.ways.lead': '封存、抽签、一环扣一环、人人可核，每种方式都一样。不同的是岗位怎么落到人。您参加的是哪一种，场次页面上写着。',
    'placement.ways.turns': '积分选岗：分高的先选，一个一个来',
    'placement.ways.turnsWords':
      '轮到您时还剩的、您够条件的岗位，都可以选。可以在现场选，也可以在自己手机上选，先说的算。这次不选，就看这一场公布的规矩：多数是等大家选过再选一次。来不了的，封存前交一份名单，到时从上往下给您第一个还有的。',
    'placement.ways.turnsPic': '图：四个人按次序排队，第一位正在选还空着的岗位，已经选走的画了叉，第四位来不了，交了名单',
    'placement.ways.twoWay': '双向选择：您挑单位，单位也挑人',
    'placement.ways.twoWayWords':
      '您按心里的顺序填志愿，单位按自己的顺序排人。单位看不到姓名、照片和电话。配的办法：每个人先去第一志愿；名额满了，单位留下排在前面的；没留下的去下一个志愿；一直到谁也不用再动。照实填最好，怎么填都不会比说实话更好。结果出来，不会有一个您更想去、单位也更想要您的岗位落空。',
    'placement.ways.twoWayPic': '图：三个人各写志愿，两个单位各排人；实线是配上的，虚线是去过、没留下的',
    'placement.ways.directive': '指令性分配：没选到的人，由政府安排',
    'placement.ways.directiveWords':
      '离家远近、专长合不合、家里有没有困难，按事先公布的算法各折成一个数，越小越好。电脑把所有安排比一遍，取全体加起来最小的那一种，并附上“没有更小的了”的证明。经办人要另作决定，必须写明理由和依据，和算出来的并排公开。',
    'placement.ways.directivePic': '图：两个人、两个岗位，每条线上写着路远路近；选中的两条线加起来最小',
    'placement.ways.sum': '合计 {{sum}}，最小',
    'placement.ways.not': '另一种要 {{sum}}',
    'placement.ways.exam': '考试考核：几项成绩合成一个，再按它选',
    'placement.ways.examWords':
      '服役表现、考试、考核，各占多少事先公布，合起来叫综合成绩，算的时候一位小数也不舍。然后和积分选岗一样，从高到低轮着选；同分按事先公布的规矩，最后抽签。',
    'placement.ways.examPic': '图：服役表现、考试、考核三段接成一条综合成绩，按它排出次序',
    'placement.ways.service': '服役表现',
    'placement.ways.written': '考试',
    'placement.ways.appraisal': '考核',
    'placement.ways.composite': '综合成绩',
    'placement.ways.direct': '直通车：专门留给对口专长的岗位',
    'placement.ways.directWords':
      '只在试点地方办。有的岗位专门留给有某种专长的人，比如驾驶、医护、电工，别的人不能选。有这个专长的人之间，还是分高的先选。没有对口的，照样参加别的场次。',
    'placement.ways.directPic': '图：三个岗位各写着一种专长，有这种专长的人沿实线到自己的岗位，没有的人进不去',
    'placement.ways.driver': '驾驶',
    'placement.ways.medic': '医护',
    'placement.ways.none': '无对口',
    'placement.ways.post': '岗位',
    'placement.ways.person': '人',
    'placement.ways.list': '名单',
    'placement.ways.a': '甲',
    'placement.ways.b': '乙',
    'placement.ways.c': '丙',
    'placement.ways.kept': '留给',
  },
  {
    'placement.ways.title': 'Five ways, and how they differ',
    'placement.ways.lead': 'Sealing, draw, chain and check are the same for every way. What differs is how posts come to people.',
    'placement.ways.turns': 'By points: one after another',
    'placement.ways.turnsWords':
      'At your turn you may take any post that is left and open to you, in the hall or on your own phone: what is said first stands. Who passes goes by the rule of the round, mostly once more at the end. Who cannot come hands in a list before the sealing.',
    'placement.ways.turnsPic': 'Picture: four people in order; the first chooses among what is left; the fourth has handed in a list',
    'placement.ways.twoWay': 'Two-way: you choose, and so does the employer',
    'placement.ways.twoWayWords':
      'You list posts, employers rank people without name, picture or number. Everybody asks at their first post; where it is full the employer keeps whom it ranked higher; who is not kept asks at the next, until nobody moves. Nothing does better than the truth, and no post and person are left who would both rather have each other.',
    'placement.ways.twoWayPic': 'Picture: three people and two employers; solid lines are matches, dashed ones were asked and not kept',
    'placement.ways.directive': 'Directive: who has none is assigned one',
    'placement.ways.directiveWords':
      'Distance, fit and hardship become numbers by published rules; of all assignments the one with the least sum is taken, with its proof. What an officer decides otherwise stands beside it with reason and article.',
    'placement.ways.directivePic': 'Picture: two people, two posts, a distance on each line; the chosen two add up to the least',
    'placement.ways.sum': 'sum {{sum}}, the least',
    'placement.ways.not': 'the other: {{sum}}',
    'placement.ways.exam': 'Exam and appraisal: several marks make one',
    'placement.ways.examWords':
      'Service, exam and appraisal count by published weights, added without rounding. Then turn by turn, as by points.',
    'placement.ways.examPic': 'Picture: service, exam and appraisal joined into one bar that makes the order',
    'placement.ways.service': 'service',
    'placement.ways.written': 'exam',
    'placement.ways.appraisal': 'appraisal',
    'placement.ways.composite': 'composite',
    'placement.ways.direct': 'Direct train: posts kept for a speciality',
    'placement.ways.directWords':
      'In pilot places only. Some posts are kept for who has a speciality; among those, more points go first. Who has none takes part in other rounds.',
    'placement.ways.directPic': 'Picture: posts kept for a speciality each; who has it goes to theirs, who has none does not enter',
    'placement.ways.driver': 'driver',
    'placement.ways.medic': 'medic',
    'placement.ways.none': 'none',
    'placement.ways.post': 'post',
    'placement.ways.person': 'person',
    'placement.ways.list': 'list',
    'placement.ways.a': 'A',
    'placement.ways.b': 'B',
    'placement.ways.c': 'C',
    'placement.ways.kept': 'for',
  },
)
