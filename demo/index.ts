export { listDemoAccounts } from './list-demo-accounts.ts'
export { loadDemo } from './load-demo.ts'
