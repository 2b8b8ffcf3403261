/**
 * The documents that the rules of prepayment rest on; none of them could be opened in its original text.
 * @source none: a list of sources
 */
export const prepaymentDocuments = {
  pilot2019: '国办发〔2019〕2号 国家组织药品集中采购和使用试点方案 (bjsjp.cn/index.php/index-view-aid-937.html)',
  stentSupport: '关于国家组织冠脉支架集中带量采购和使用配套措施的意见 (2021, number uncertain)',
  regularProcurement: '国办发〔2021〕2号 关于推动药品集中带量采购工作常态化制度化开展的意见',
  ourConvention: 'convention of this system; no source fixes it',
} as const;
