import type { MasterKeyRefusal } from './master-key.ts'

const MAKE = `(umask 077; echo "1 $(openssl rand -hex 32)" > {path})`

const SENTENCES: Readonly<Record<MasterKeyRefusal['code'], readonly [zh: string, en: string]>> = {
  missing: [
    `找不到主密钥文件。请检查 GUIDUI_MASTER_KEY_FILE，或新建：${MAKE}`,
    `The master key file is not there. Check GUIDUI_MASTER_KEY_FILE, or make one: ${MAKE}`,
  ],
  unreadable: [
    '主密钥文件读不出来。请让运行本程序的用户能读它。',
    'The master key file cannot be read. Let the user who runs this program read it.',
  ],
  'open-to-others': ['主密钥文件别人也能读。请运行：chmod 600 {path}', 'Others may read the master key file. Run: chmod 600 {path}'],
  'wrong-shape': [
    '主密钥文件的格式不对。每行应为“版本号 64 位十六进制数”，即 32 字节。',
    'The master key file has a wrong shape. Each line is "version 64-hex-digits", which is 32 bytes.',
  ],
  'not-random': [
    `主密钥不是随机数，像是占位符。请新建：${MAKE}`,
    `The master key is not random; it looks like a placeholder. Make one: ${MAKE}`,
  ],
  'version-twice': [
    '主密钥文件里同一个版本号出现了两次。请删去错的一行。',
    'The master key file gives one version twice. Remove the line that is wrong.',
  ],
}

/** What the operator is told at start: what is wrong, where, and what to do; Chinese first, then English. */
export function masterKeySentence(refusal: MasterKeyRefusal): { zh: string; en: string } {
  const [zh, en] = SENTENCES[refusal.code]
  const told = (sentence: string) => sentence.replaceAll('{path}', refusal.path)
  return { zh: `${refusal.path}：${told(zh)}`, en: `${refusal.path}: ${told(en)}` }
}
