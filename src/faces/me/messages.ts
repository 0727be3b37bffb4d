import { defineMessages } from '../../ui/text/messages.ts'

/** Sentences around every page of /me. */
export const meMessages = defineMessages(
  {
    'me.back': '返回',
    'me.home': '首页',
    'me.toContent': '跳到正文',
    'me.agent': '您正在代{{name}}办理',
    'me.agentUntil': '，到 {{day}} 为止',
    'me.agentSwitch': '换回我自己',
    'me.agentSwitchFiles': '换一个人',
    'me.lost': '连不上网。填的内容都还在，联网后再点一次。',
    'me.again': '登录时间到了，请再登录一次',
    'me.againWords': '您填的内容都还在，登录后接着办。',
    'me.giveUp': '先不登录',
    'me.signOut': '退出登录',
    'me.signingOut': '正在退出…',
  },
  {
    'me.back': 'Back',
    'me.home': 'Home',
    'me.toContent': 'Skip to the content',
    'me.agent': 'You are acting for {{name}}',
    'me.agentUntil': ', until {{day}}',
    'me.agentSwitch': 'Back to my own',
    'me.agentSwitchFiles': 'Somebody else',
    'me.lost': 'No network. What you typed is still here: press again when you are back.',
    'me.again': 'Your sign-in has ended: please sign in again',
    'me.againWords': 'What you typed is still here.',
    'me.giveUp': 'Not now',
    'me.signOut': 'Sign out',
    'me.signingOut': 'Signing out…',
  },
)
