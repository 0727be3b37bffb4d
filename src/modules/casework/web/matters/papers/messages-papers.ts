/** Papers of a matter: which are given, their copies, and why one was not taken. */
export const paperWords = {
  'matters.matter.papers': ['材料', 'Papers'],
  'matters.matter.given': ['已收', 'given'],
  'matters.matter.wanting': ['缺', 'wanting'],
  'matters.matter.optional': ['可不交', 'optional'],
  'matters.matter.give': ['收到原件', 'Original seen'],
  'matters.matter.noPapers': ['这件事不要材料', 'No papers are needed'],
  'matters.paper.seen': ['已验原件', 'original seen'],
  'matters.paper.kept': ['已留复印件', 'copy kept'],
  'matters.paper.shared': ['部门共享取得', 'shared by an office'],
  'matters.paper.look': ['看第 {{number}} 份', 'look at copy {{number}}'],
  'matters.paper.add': ['上传照片或 PDF', 'Upload a photo or PDF'],
  'matters.paper.addPhoto': ['上传照片', 'Upload the photo'],
  'matters.paper.sending': ['正在上传…', 'Uploading…'],
  'matters.paper.fault.not-a-paper': [
    '这个文件打不开：它不是完整的照片，也不是完整的 PDF（不看名字看内容）。请重新拍照或扫描后再传。',
    'This file cannot be opened: by its content it is neither a whole photo nor a whole PDF. Take it again.',
  ],
  'matters.paper.fault.heic': [
    '这张照片是 HEIC 格式，这里打不开，照片本身没有坏。请在这里现拍一张，或把手机相机设置里的格式改成 JPEG（兼容性最佳）再拍。',
    'This photo is in the HEIC format, which cannot be opened here; nothing is wrong with the picture. Take one here, or set the camera to JPEG (most compatible) and take it again.',
  ],
  'matters.paper.fault.too-large': [
    '文件超过 10 MB。请调低扫描清晰度，或分成几份上传。',
    'Larger than 10 MB. Scan it less finely, or in parts.',
  ],
  'matters.paper.fault.not-sent': [
    '没有传上去，什么也没有留下。请检查网络后再传一次。',
    'It did not arrive, and nothing was kept. Check the network and try again.',
  ],
  'matters.paper.refusal.not-asked-for': ['这件事项不要这份材料。', 'This matter does not ask for this paper.'],
  'matters.paper.refusal.matter-closed': ['这件事项已经办结，不能再收材料。', 'This matter has ended: no more papers.'],
  'matters.paper.refusal.file-not-found': ['上传的文件已失效，请重新上传。', 'The upload has expired: upload it again.'],
} as const satisfies Record<string, readonly [string, string]>
