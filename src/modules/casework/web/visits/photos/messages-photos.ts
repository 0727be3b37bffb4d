import { defineMessages } from '../../../../../ui/text/messages.ts'

/** Photos of a visit, and why one did not come in. */
export const visitPhotoMessages = defineMessages(
  {
    'casework.record.photos': '照片（可不填）',
    'casework.record.photo': '照片 {{number}}',
    'casework.record.photoAdd': '加照片',
    'casework.record.photoSending': '正在存照片…',
    'casework.record.photoRemove': '去掉照片 {{number}}',
    'casework.record.photo.heic':
      '这张照片是 HEIC 格式，这里打不开，照片本身没有坏。请在这里现拍一张，或把手机相机设置里的格式改成 JPEG（兼容性最佳）再拍。',
    'casework.record.photo.not-a-photo': '这不是能看的照片，请换一张（手机拍的、JPG、PNG 都可以）。',
    'casework.record.photo.not-sent': '照片没有存上，请检查网络后再加一次；其余内容都还在。',
    'casework.record.photo.not-kept': '这台设备没有存下照片（多半是存储空间满了）。请腾出空间再加。',
  },
  {
    'casework.record.photos': 'Photos (optional)',
    'casework.record.photo': 'Photo {{number}}',
    'casework.record.photoAdd': 'Add photos',
    'casework.record.photoSending': 'Storing…',
    'casework.record.photoRemove': 'Remove photo {{number}}',
    'casework.record.photo.heic':
      'This photo is in the HEIC format, which cannot be opened here; nothing is wrong with the picture. Take one here, or set the camera to JPEG (most compatible) and take it again.',
    'casework.record.photo.not-a-photo': 'That is no photo this browser can show. Choose another.',
    'casework.record.photo.not-sent': 'The photo was not stored. Check the connection and add it again; the rest is kept.',
    'casework.record.photo.not-kept': 'This device did not save the photo; its storage is probably full. Make room and add it again.',
  },
)
