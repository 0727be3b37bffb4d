interface DemoEmployer {
  readonly name: string
  readonly kind: 'institution' | 'centralSoe' | 'provincialSoe' | 'citySoe' | 'countySoe' | 'civilService'
  readonly establishment: 'institution' | 'administrative' | 'enterprise'
  readonly titles: readonly string[]
  /** Yuan a month, where the band begins. */
  readonly pay: number
}

/** Receiving units that there are not, with twenty-four posts. */
export const DEMO_EMPLOYERS: readonly DemoEmployer[] = [
  {
    name: '渝北区示范城市管理服务中心',
    kind: 'institution',
    establishment: 'institution',
    titles: ['市容巡查岗', '应急保障岗', '综合管理岗'],
    pay: 6200,
  },
  {
    name: '渝北区示范水利管理站',
    kind: 'institution',
    establishment: 'institution',
    titles: ['防汛值守岗', '设施管护岗', '档案管理岗'],
    pay: 5900,
  },
  {
    name: '渝北区示范乡村振兴服务中心',
    kind: 'institution',
    establishment: 'institution',
    titles: ['农技推广岗', '项目管理岗', '综合岗'],
    pay: 5800,
  },
  {
    name: '重庆示范轨道交通公司',
    kind: 'citySoe',
    establishment: 'enterprise',
    titles: ['站务员', '安检管理岗', '设备维护岗', '行车值班岗'],
    pay: 5600,
  },
  {
    name: '重庆示范能源公司',
    kind: 'provincialSoe',
    establishment: 'enterprise',
    titles: ['运行值班岗', '安全管理岗', '物资管理岗'],
    pay: 6400,
  },
  {
    name: '示范电网渝北供电所',
    kind: 'centralSoe',
    establishment: 'enterprise',
    titles: ['配电运维岗', '客户服务岗', '安全监察岗'],
    pay: 7200,
  },
  {
    name: '渝北区示范国有资产公司',
    kind: 'countySoe',
    establishment: 'enterprise',
    titles: ['园区管理岗', '安保主管岗', '工程协调岗'],
    pay: 5200,
  },
  { name: '渝北区示范公交公司', kind: 'countySoe', establishment: 'enterprise', titles: ['调度岗', '车辆管理岗'], pay: 5000 },
]
