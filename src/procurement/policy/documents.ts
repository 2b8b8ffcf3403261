/**
 * The documents the rules of this feature rest on: the number of a policy document where it is known, else the
 * public address at which the sentence stood. No original text of the national documents could be opened.
 * @source none: a list of sources
 */
export const documents = {
  pilotPlan: '国办发〔2019〕2号 国家组织药品集中采购和使用试点方案 (woyaojiankangwang.com/Medicalequipment/sbbnynwgue.html)',
  pilotTender: 'etnet.com.hk 2018-12-07 (4+7 pilot tender)',
  expansion: '医保发〔2019〕56号 国家组织药品集中采购和使用试点扩大区域范围的实施意见',
  expansionReport: 'pharmaboardroom.com (alliance expansion 2019)',
  expansionWinners: 'eva260.com/news/238220.html (alliance expansion 2019)',
  round3Report: 'reuters.com idUSKCN24V0JG (third round)',
  ceilings: 'medicaltrend.org 2021-02-07 (fourth round, rejected bids)',
  round7Shares: 'baipharm.chemlinked.com/news/china-kicks-off-the-7th-round-of-volume-based-procurement-vbp-of-drugs',
  round7Rules: 'flcube.com/?p=30512 (rules of the seventh round)',
  round10Rules: 'flcube.com/?p=14910 (rules of the tenth round)',
  round11Rules: 'flcube.com/?p=41082 (rules of the eleventh round)',
  round11Shares: 'itiger.com/news/1158722969 (eleventh round)',
  round11Demand: 'qwxb.com.cn 2025-08-07; flcube.com/?p=38794 (eleventh round, demand reporting)',
  supply: 'flcube.com/?p=9889 (supply and signing)',
  stents2020: 'www.nbd.com.cn/articles/2020-11-05/1541405.html (coronary stents 2020)',
  stents2020Selection: 'en.camdi.org/news/4962 (coronary stents 2020)',
  stents2022: 'sznews.com 2022-11-30 (coronary stents, renewal)',
  stentSupport: '关于国家组织冠脉支架集中带量采购和使用配套措施的意见 (2021, number uncertain)',
  lens2020: 'www.rdbxg.com/archive/haocaidailiang (intraocular lenses "3+6", 2020)',
  yangtze: 'CSJ-YD2022-1 (lawinsider.com/zh/contracts/4yVnuf4uROQ)',
  withdrawal2021: 'tellerreport.com 2021-08-25; yaochangyun.com 2021-09-17 (withdrawal of a winner, 2021)',
  creditSystem: '医保发〔2020〕34号 关于建立医药价格和招采信用评价制度的指导意见 (thepaper.cn/newsDetail_forward_14564621)',
  creditLevels2025: 'flcube.com/?p=34833 (levels of credit from the third quarter of 2025)',
  priceRatioRules: '发改价格〔2011〕2452号 药品差比价规则',
  introduction: 'Introduction to the medical insurance negotiation and volume-based procurement (source text 0)',
  fieldPractice: 'general knowledge of the field, unverified',
  ourConvention: 'convention of this system; no source fixes it',
} as const;
