export { DEMO_PASSWORD } from './accounts.ts'
export { listDemoAccounts } from './list-demo-accounts.ts'
export { loadDemo } from './load-demo.ts'
export { listDemoPeople } from './people-on-me.ts'
