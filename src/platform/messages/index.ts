export { MessageNotSent, type MessageSender } from './message-sender.ts'
export { openMessageSender } from './open-message-sender.ts'
