import { defineMessages } from '../../../../ui/text/messages.ts'

export const openFigureMessages = defineMessages(
  {
    'figures.open.title': '公开数字',
    'figures.open.lead': '一省、各市、各区县每季度的服务数字。季度结束后公布。',
    'figures.open.hidden': '“＊”不是零：小于 {{smallest}} 的数不公布，能推算出它的数也不公布，免得认出个人。',
    'figures.open.province': '省（区、市）',
    'figures.open.quarter': '季度',
    'figures.open.quarterName': '{{year}} 年第 {{number}} 季度',
    'figures.open.place': '地方',
    'figures.open.whole': '合计',
    'figures.open.rest': '其他',
    'figures.open.own': '{{name}}本级',
    'figures.open.unit': '单位：{{unit}}',
    'figures.open.star': '不公布',
    'figures.open.failed': '数字没有取到，请稍后再试。',
    'figures.open.back': '全部公开事项',
  },
  {
    'figures.open.title': 'Public figures',
    'figures.open.lead': 'What was done for veterans in a province, its cities and counties, quarter by quarter, once a quarter is over.',
    'figures.open.hidden':
      '“＊” is not zero: a number below {{smallest}} is not shown, nor one from which it could be worked out, so that nobody is recognised.',
    'figures.open.province': 'Province',
    'figures.open.quarter': 'Quarter',
    'figures.open.quarterName': 'Quarter {{number}} of {{year}}',
    'figures.open.place': 'Place',
    'figures.open.whole': 'All',
    'figures.open.rest': 'Other',
    'figures.open.own': '{{name}} itself',
    'figures.open.unit': 'In {{unit}}',
    'figures.open.star': 'not shown',
    'figures.open.failed': 'The figures could not be fetched. Try again in a while.',
    'figures.open.back': 'All public pages',
  },
)
