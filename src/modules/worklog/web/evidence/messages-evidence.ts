/** Photos and documents of a record. */
export const evidenceWords = {
  'work.evidence': ['附件', 'Evidence'],
  'work.evidence.hint': [
    '现场照片、签到表、文件扫描件；照片或 PDF，每件不超过 10 MB',
    'Photos, attendance sheets, scans: pictures or PDF, each up to 10 MB',
  ],
  'work.evidence.offline': [
    '没有网络：照片存在本机，联网后先于记录送出；PDF 等联网后在这条记录的页面上加。',
    'No network: photos are kept on this device and go out before the record; add a PDF on its page once there is one.',
  ],
  'work.evidence.none': ['没有附件', 'No evidence'],
  'work.evidence.add': ['添加照片或 PDF', 'Add a photo or PDF'],
  'work.evidence.addPhoto': ['添加照片', 'Add a photo'],
  'work.evidence.storing': ['正在存照片…', 'Storing the photo…'],
  'work.evidence.fault.not-kept': [
    '这台设备没有存下照片：先“带走本村”，或腾出存储空间，再添加一次。',
    'This device did not keep the photo: take the village along first, or make room, and add it again.',
  ],
  'work.evidence.fault.only-photos': [
    '没有网络时只能加照片：请拍成照片，或等联网后在这条记录的页面上加。',
    'Without a network only photos can be added: take a photo of it, or add it on the page of the record later.',
  ],
  'work.evidence.sending': ['正在上传…', 'Sending…'],
  'work.evidence.picture': ['照片 {{number}}', 'Photo {{number}}'],
  'work.evidence.document': ['文件 {{number}}', 'Document {{number}}'],
  'work.evidence.remove': ['移去{{name}}', 'Take {{name}} off'],
  'work.evidence.addedAt': ['{{at}} 添加', 'added {{at}}'],
  'work.evidence.looks': ['附件可能有姓名，每次查看都有记录。', 'Evidence may show names: each look is in the journal.'],
  'work.evidence.fault.not-a-paper': [
    '这不是照片也不是完整的 PDF：请换一个文件，或拍成照片再添加。',
    'This is neither a picture nor a whole PDF: choose another, or take a photo of it.',
  ],
  'work.evidence.fault.heic': [
    '这张照片是 HEIC 格式，这里打不开，照片本身没有坏。请在这里现拍一张，或把手机相机设置里的格式改成 JPEG（兼容性最佳）再拍。',
    'This photo is in the HEIC format, which cannot be opened here; nothing is wrong with the picture. Take one here, or set the camera to JPEG (most compatible) and take it again.',
  ],
  'work.evidence.fault.too-large': [
    '这个文件超过 10 MB：请压缩或分成几件再添加。',
    'The file is larger than 10 MB: make it smaller, or add it in parts.',
  ],
  'work.evidence.fault.not-sent': ['没有上传成功：请检查网络，再添加一次。', 'It was not sent: check the network and add it again.'],
} as const satisfies Record<string, readonly [string, string]>
