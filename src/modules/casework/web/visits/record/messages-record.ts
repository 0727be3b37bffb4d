import { defineMessages } from '../../../../../ui/text/messages.ts'

/** Recording a visit, and what is said once it is saved. */
export const recordMessages = defineMessages(
  {
    'casework.record.title': '记一次走访',
    'casework.record.save': '存为已走访',
    'casework.record.promise': '存好之前，填的内容留在本机。断网重试不会丢，也不会记两遍。',
    'casework.record.resumed': '接着填上次没存好的这一次。',
    'casework.record.fresh': '另记一次',
    'casework.record.done': '已记：{{names}}。下次 {{day}} 前走访。',
    'casework.record.doneOnly': '已记：{{names}}。',
    'casework.record.kept': '已存本机：{{names}}。联网后自动送达。',
    'casework.record.notKept': '这台设备没有存下这次走访（多半是存储空间满了）。填的内容还在：请腾出空间，再点一次保存。',
    'casework.record.undo': '撤销',
    'casework.record.undone': '已撤销，数字也退回了。',
    'casework.record.undoReason': '刚记下就撤销：记错了',
    'casework.record.dismiss': '知道了',
  },
  {
    'casework.record.title': 'Record a visit',
    'casework.record.save': 'Save the visit',
    'casework.record.promise': 'Until it is saved, what you type stays on this machine. A retry loses nothing and never counts twice.',
    'casework.record.resumed': 'Going on with the visit that was not saved last time.',
    'casework.record.fresh': 'Record another',
    'casework.record.done': 'Recorded: {{names}}. Next visit by {{day}}.',
    'casework.record.doneOnly': 'Recorded: {{names}}.',
    'casework.record.kept': 'Saved on this device: {{names}}. It is sent as soon as there is a network.',
    'casework.record.notKept':
      'This device did not save the visit; its storage is probably full. What you typed is still here: make room and save again.',
    'casework.record.undo': 'Undo',
    'casework.record.undone': 'Undone; the figures were taken back too.',
    'casework.record.undoReason': 'Undone at once: recorded by mistake',
    'casework.record.dismiss': 'OK',
  },
)
