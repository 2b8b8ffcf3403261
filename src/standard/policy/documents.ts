/**
 * The documents that payment standards rest on. No original text of the national documents could be opened.
 * @source none: a list of sources
 */
export const documents = {
  stentSupport: '关于国家组织冠脉支架集中带量采购和使用配套措施的意见 (2021, number uncertain; source text 1)',
  drugSupport: '医保发〔2019〕18号 关于国家组织药品集中采购和使用试点医保配套措施的意见 (bjsjp.cn/index.php/index-view-aid-937.html)',
  negotiatedDrugs: 'flcube.com/?p=10739 (payment standards of negotiated drugs)',
  ourConvention: 'convention of this system; no source fixes it',
} as const;
