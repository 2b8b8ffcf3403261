/**
 * The documents the rules of this feature rest on: the number of a policy document where it is known, else the
 * public address at which the sentence stood. No original text of the national documents could be opened.
 * @source none: a list of sources
 */
export const documents = {
  supply: 'flcube.com/?p=9889 (supply and signing)',
  stentSupport: '关于国家组织冠脉支架集中带量采购和使用配套措施的意见 (2021, number uncertain)',
  yangtze: 'CSJ-YD2022-1 (lawinsider.com/zh/contracts/4yVnuf4uROQ)',
  introduction: 'Introduction to the medical insurance negotiation and volume-based procurement (source text 0)',
  hospitalPractice: 'task file of a hospital in a public repository (monthly report of selected products)',
  ourConvention: 'convention of this system; no source fixes it',
} as const;
