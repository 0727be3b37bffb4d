import { defineMessages } from '../../../../ui/text/messages.ts'

/** A photo of a given size: how it is made so, and what is wrong with one that is not. */
export const photoMessages = defineMessages(
  {
    'photo.title': '把照片剪成规定的大小',
    'photo.words': '已经剪成 {{width}}×{{height}} 像素，大小也会压到规定以内。看一眼：头像居中、背景是白的、没穿制式服装。',
    'photo.preview': '剪好的照片',
    'photo.zoom': '放大',
    'photo.left': '左右',
    'photo.top': '上下',
    'photo.use': '用这张',
    'photo.cancel': '换一张',
    'photo.opening': '正在打开照片…',
    'photo.heic': '这张照片的格式（HEIC）这里打不开，照片没有坏。请现拍一张，或把手机相机设置里的格式改成 JPEG 再拍。',
    'photo.not-a-picture': '这个文件打不开，它不是照片（不看名字看内容）。请另选一张照片，或重新拍。',
    'photo.too-plain': '这张照片太模糊或几乎是空白，剪好后不到 {{least}} KB。请换一张清楚的，或到服务站拍。',
    'photo.wrong': '这张照片不合规定：{{faults}}。请重新选这张照片，页面会帮着剪好、压好再交。',
    'photo.fault.not-a-jpeg': '不是 JPG 照片',
    'photo.fault.wrong-size': '像素是 {{width}}×{{height}}，要 352×440',
    'photo.fault.wrong-density': '分辨率是 {{dpi}} dpi，要 300 dpi',
    'photo.fault.too-few-bytes': '只有 {{kilobytes}} KB，至少要 20 KB',
    'photo.fault.too-many-bytes': '有 {{kilobytes}} KB，不能超过 50 KB',
  },
  {
    'photo.title': 'Cut the photo to size',
    'photo.words':
      'It is {{width}}×{{height}} pixels now and will be as light as asked. Look: face in the middle, white ground, no uniform.',
    'photo.preview': 'The photo as it is cut',
    'photo.zoom': 'Nearer',
    'photo.left': 'Left and right',
    'photo.top': 'Up and down',
    'photo.use': 'Use this one',
    'photo.cancel': 'Another one',
    'photo.opening': 'Opening the photo…',
    'photo.heic':
      'This photo is in a format (HEIC) that cannot be opened here; nothing is wrong with the picture. Take one here, or set the camera to JPEG.',
    'photo.not-a-picture': 'This file is no picture by its content. Choose another, or take it again.',
    'photo.too-plain': 'This photo is blurred or nearly empty: cut to size it has less than {{least}} KB. Choose a sharper one.',
    'photo.wrong': 'This photo is not as asked: {{faults}}. Choose it again here: the page cuts and shrinks it first.',
    'photo.fault.not-a-jpeg': 'no JPG photo',
    'photo.fault.wrong-size': '{{width}}×{{height}} pixels, 352×440 are asked for',
    'photo.fault.wrong-density': '{{dpi}} dpi, 300 are asked for',
    'photo.fault.too-few-bytes': 'only {{kilobytes}} KB, 20 at least',
    'photo.fault.too-many-bytes': '{{kilobytes}} KB, 50 at most',
  },
)
