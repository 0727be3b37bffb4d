import { theme as antd, type ThemeConfig } from 'antd'
import { dark, light, type Palette } from './palette.ts'
import { fonts } from './type-scale.ts'

/** How high controls are: compact under a pointer, room for a thumb on a phone. */
const HEIGHTS = {
  desk: { controlHeight: 32, controlHeightSM: 26, controlHeightLG: 40 },
  phone: { controlHeight: 40, controlHeightSM: 36, controlHeightLG: 44 },
} as const

/** The desk: compact, 13 px, on a phone with higher controls. `me` and `open` are plain HTML and CSS and load no antd. */
export function deskTheme(mode: 'light' | 'dark', held: keyof typeof HEIGHTS): ThemeConfig {
  const c = mode === 'light' ? light : dark
  return {
    algorithm: mode === 'light' ? antd.defaultAlgorithm : antd.darkAlgorithm,
    cssVar: { prefix: 'gd' },
    token: {
      colorPrimary: c.red,
      colorPrimaryBorder: c.slate,
      colorError: c.red,
      colorSuccess: c.green,
      colorWarning: c.amber,
      colorInfo: c.slate,
      colorLink: c.slateInk,
      colorLinkHover: c.redInk,
      colorText: c.ink,
      colorTextSecondary: c.inkSoft,
      colorTextTertiary: c.inkFaint,
      colorTextDescription: c.inkFaint,
      colorTextPlaceholder: c.inkFaint,
      colorBgBase: c.ground,
      colorBgLayout: c.page,
      colorBgContainer: c.ground,
      colorBgElevated: c.ground,
      colorBorder: mode === 'light' ? '#CFCAC1' : '#434A51',
      colorBorderSecondary: c.line,
      colorSplit: c.line,
      fontFamily: fonts.sans,
      fontFamilyCode: fonts.mono,
      fontSize: 13,
      lineHeight: 20 / 13,
      borderRadius: 6,
      borderRadiusLG: 8,
      borderRadiusSM: 4,
      ...HEIGHTS[held],
      sizeUnit: 4,
      sizeStep: 4,
      wireframe: false,
      boxShadow: '0 8px 28px rgb(28 32 36 / 14%), 0 1px 3px rgb(28 32 36 / 10%)',
      boxShadowSecondary: '0 8px 28px rgb(28 32 36 / 14%), 0 1px 3px rgb(28 32 36 / 10%)',
      motionDurationMid: '0.12s',
      motionDurationSlow: '0.16s',
    },
    components: componentTokens(c),
  }
}

/** What single components have of their own. antd would put a space inside two-character buttons: ConfigProvider says no. */
function componentTokens(c: Palette): NonNullable<ThemeConfig['components']> {
  /** Controls that hold a choice are slate, so that the one red button stands alone. */
  const choosing = {
    colorPrimary: c.slateFill,
    colorPrimaryHover: c.slateFill,
    colorPrimaryActive: c.slateFill,
    colorPrimaryBorder: c.slate,
    colorBorder: c.edge,
  }
  const typing = { colorBorder: c.edge, activeBorderColor: c.slate, hoverBorderColor: c.slate, activeShadow: `0 0 0 2px ${c.slateSoft}` }
  return {
    // antd would put a space inside two-character buttons (确 定): `button={{ autoInsertSpace: false }}` on ConfigProvider.
    Button: { primaryShadow: 'none', defaultShadow: 'none', dangerShadow: 'none', fontWeight: 500, paddingInline: 12 },
    Table: {
      cellPaddingBlockSM: 6,
      cellPaddingInlineSM: 8,
      cellFontSizeSM: 13,
      headerBg: 'transparent',
      headerColor: c.inkFaint,
      headerSplitColor: 'transparent',
      rowHoverBg: c.sunken,
      borderColor: c.line,
    },
    Checkbox: choosing,
    Radio: { ...choosing, buttonColor: c.ink },
    Switch: choosing,
    Input: typing,
    InputNumber: typing,
    DatePicker: { ...typing, ...choosing },
    Select: {
      colorBorder: c.edge,
      activeBorderColor: c.slate,
      hoverBorderColor: c.slate,
      activeOutlineColor: c.slateSoft,
      optionSelectedBg: c.slateSoft,
    },
    Tabs: { itemSelectedColor: c.ink, inkBarColor: c.red, horizontalItemPaddingSM: '8px 0', horizontalItemGutter: 24 },
    Tag: { defaultBg: c.sunken, defaultColor: c.inkSoft },
    Segmented: { trackBg: c.sunken, itemSelectedBg: c.ground, trackPadding: 2 },
    Drawer: { paddingLG: 20, footerPaddingInline: 20, footerPaddingBlock: 12 },
    Popover: { titleMinWidth: 0 },
    Tooltip: { colorBgSpotlight: '#2A2F34' },
  }
}
