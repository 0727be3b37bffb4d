import type { ImportField } from '../../../../platform/workbook/index.ts'

/** What a workbook may bring, with the titles under which people keep it; the first one is the template's. */
export const IMPORT_FIELDS = [
  { key: 'name', titles: ['姓名', '人员姓名', '对象姓名', '退役军人姓名', 'name'], required: true },
  {
    key: 'citizenId',
    titles: ['身份证号', '身份证号码', '公民身份号码', '公民身份证号', '身份证', '证件号码', '证件号', '身份号码', 'id number'],
    required: true,
  },
  { key: 'sex', titles: ['性别', 'sex', 'gender'], required: false },
  { key: 'bornOn', titles: ['出生日期', '出生年月日', '出生年月', '生日', 'date of birth'], required: false },
  { key: 'phone', titles: ['联系电话', '手机号', '手机号码', '手机', '电话', '联系方式', '本人电话', 'phone'], required: false },
  {
    key: 'householdRegion',
    titles: ['户籍地', '户籍所在地', '户籍区划', '户籍地区划', '户籍村社区', '户口所在地', '户籍', 'household region'],
    required: false,
  },
  {
    key: 'residenceRegion',
    titles: ['居住地', '现居住地', '常住地', '居住地区划', '居住村社区', '现住地', 'residence region'],
    required: false,
  },
  {
    key: 'unit',
    titles: ['服务站', '所属服务站', '所属村社区', '所属社区', '管理单位', '服务机构', '所属区划', 'station'],
    required: false,
  },
  { key: 'address', titles: ['详细地址', '住址', '家庭住址', '居住地址', '现住址', '通讯地址', '地址', 'address'], required: false },
  { key: 'bankCard', titles: ['银行卡号', '银行账号', '银行账户', '卡号', '社保卡银行账号', 'bank card'], required: false },
  { key: 'politicalStatus', titles: ['政治面貌'], required: false },
  { key: 'maritalStatus', titles: ['婚姻状况', '婚姻'], required: false },
  { key: 'education', titles: ['文化程度', '学历'], required: false },
  { key: 'employment', titles: ['就业状况', '就业情况', '从业状况'], required: false },
  { key: 'living', titles: ['居住情况', '居住方式', '居住状况'], required: false },
  { key: 'classes', titles: ['人员类别', '优抚对象类别', '优抚类别', '对象类别', '人员身份', '身份类别', '类别'], required: false },
  { key: 'grade', titles: ['残疾等级', '伤残等级', '伤残级别'], required: false },
  { key: 'cause', titles: ['残疾性质', '伤残性质', '致残性质'], required: false },
  { key: 'basis', titles: ['证件名称或编号', '残疾证号', '证书编号', '认定依据'], required: false },
  { key: 'enlistedOn', titles: ['入伍日期', '入伍时间', '参军时间', '入伍年月'], required: false },
  { key: 'dischargedOn', titles: ['退役日期', '退役时间', '退伍时间', '退伍日期', '退役年月'], required: false },
  { key: 'rankGroup', titles: ['退役时身份', '服役身份', '军人类别'], required: false },
  { key: 'branch', titles: ['军种', '军兵种'], required: false },
  { key: 'placementWay', titles: ['安置方式', '安置去向'], required: false },
] as const satisfies readonly ImportField[]

export type ImportKey = (typeof IMPORT_FIELDS)[number]['key']

const TITLES = new Map<string, string>(IMPORT_FIELDS.map(({ key, titles }) => [key, titles[0]]))

/** The title of a field as the template has it. */
export const titleOf = (key: string): string => TITLES.get(key) ?? key
