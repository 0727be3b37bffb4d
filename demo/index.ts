export { listDemoAccounts } from './list-demo-accounts.ts'
export { type LoadDemo, loadDemo } from './load-demo.ts'
