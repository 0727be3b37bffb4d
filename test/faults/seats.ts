/** Who records: demo accounts of two counties, one of them from two desks at once. */
const PASSWORD = 'Yanshi-Zhanghao-2026!'

export const SEATS = [
  { login: 'chen.xiaoqin', password: PASSWORD, unit: '500112017005' },
  { login: 'chen.xiaoqin', password: PASSWORD, unit: '500112017005' },
  { login: 'peng.xuemei', password: PASSWORD, unit: '500112017007' },
  { login: 'he.jing', password: PASSWORD, unit: '500105001001' },
  { login: 'he.jing', password: PASSWORD, unit: '500105001001' },
] as const
