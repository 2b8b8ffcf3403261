/**
 * The documents that the rules of this feature rest on. The Opinions could not be opened in their original text.
 * @source none: a list of sources
 */
export const documents = {
  stentSupport: '关于国家组织冠脉支架集中带量采购和使用配套措施的意见 (2021, number uncertain; source text 1)',
  ourConvention: 'convention of this system; no source fixes it',
} as const;
