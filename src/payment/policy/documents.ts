/**
 * The documents that the rules of this feature rest on. No original text of the national documents could be opened.
 * @source none: a list of sources
 */
export const documents = {
  normalisedProcurement: '国办发〔2021〕2号 关于推动药品集中带量采购工作常态化制度化开展的意见',
  stentSupport: '关于国家组织冠脉支架集中带量采购和使用配套措施的意见 (2021, number uncertain; source text 1)',
  sichuanDraft: 'reportify.ai/social-media/722443987220682 (Sichuan, draft of 2025)',
  ourConvention: 'convention of this system; no source fixes it',
} as const;
