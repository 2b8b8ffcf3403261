/**
 * The documents that the rules of this feature rest on. No original text of the national documents could be opened.
 * @source none: a list of sources
 */
export const documents = {
  retentionGuidance: '医保办发〔2020〕26号 关于国家组织药品集中采购工作中医保资金结余留用的指导意见',
  stentSupport: '关于国家组织冠脉支架集中带量采购和使用配套措施的意见 (2021, number uncertain; source text 1)',
  shenzhenDraft: 'Shenzhen, draft of 2024 (flcube.com/?p=3258)',
  ourConvention: 'convention of this system; no source fixes it',
} as const;
