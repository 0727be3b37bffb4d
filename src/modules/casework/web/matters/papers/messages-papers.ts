import { defineMessages } from '../../../../../ui/text/messages.ts'

/** Papers of a matter and their copies. */
export const paperMessages = defineMessages(
  {
    'matters.paper.seen': '已验原件',
    'matters.paper.kept': '已留复印件',
    'matters.paper.shared': '部门共享取得',
    'matters.paper.look': '看第 {{number}} 份',
    'matters.paper.add': '上传照片或 PDF',
    'matters.paper.addPhoto': '上传照片',
    'matters.paper.sending': '正在上传…',
    'matters.paper.fault.not-a-paper': '这个文件打不开：它不是完整的照片，也不是完整的 PDF（不看名字看内容）。请重新拍照或扫描后再传。',
    'matters.paper.fault.too-large': '文件超过 10 MB。请调低扫描清晰度，或分成几份上传。',
    'matters.paper.fault.not-sent': '没有传上去，什么也没有留下。请检查网络后再传一次。',
    'matters.paper.refusal.not-asked-for': '这件事项不要这份材料。',
    'matters.paper.refusal.matter-closed': '这件事项已经办结，不能再收材料。',
    'matters.paper.refusal.file-not-found': '上传的文件已失效，请重新上传。',
  },
  {
    'matters.paper.seen': 'original seen',
    'matters.paper.kept': 'copy kept',
    'matters.paper.shared': 'shared by an office',
    'matters.paper.look': 'look at copy {{number}}',
    'matters.paper.add': 'Upload a photo or PDF',
    'matters.paper.addPhoto': 'Upload the photo',
    'matters.paper.sending': 'Uploading…',
    'matters.paper.fault.not-a-paper':
      'This file cannot be opened: by its content it is neither a whole photo nor a whole PDF. Take it again.',
    'matters.paper.fault.too-large': 'Larger than 10 MB. Scan it less finely, or in parts.',
    'matters.paper.fault.not-sent': 'It did not arrive, and nothing was kept. Check the network and try again.',
    'matters.paper.refusal.not-asked-for': 'This matter does not ask for this paper.',
    'matters.paper.refusal.matter-closed': 'This matter has ended: no more papers.',
    'matters.paper.refusal.file-not-found': 'The upload has expired: upload it again.',
  },
)
