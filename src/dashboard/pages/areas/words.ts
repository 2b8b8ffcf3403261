import { addWords } from '../../app/language.ts';

addWords('areas', {
  zh: {
    lead: '各省约定采购的完成情况、回款和预付。每块为一个省级地区，大致按方位排列，不是地图。',
    measure: '指标',
    heading: '{{measure}}，截至{{date}}',
    notTold:
      '交货和付款的实时数字不对公众公布：涉及企业少的合计会透露单个企业的情况。按月通报的数字见下方；登录后可见本角色有权查看的部分。',
    nothing: '尚无约定采购、交货或付款的记录。可用 npm run demo-data 载入合成数据试看。',
    table: '各省的全部指标',
    area: '地区',
  },
  en: {
    lead: 'How far each province has bought what was agreed, paid and prepaid. Each tile is a province, about where it lies; this is no map.',
    measure: 'Figure',
    heading: '{{measure}} as of {{date}}',
    notTold:
      'Deliveries and payments of the moment are not told to the public: a sum of few enterprises tells of each. What the monthly bulletin tells is below; signed in, you see what your role may see.',
    nothing: 'No agreed volumes, deliveries or payments are on record yet. npm run demo-data loads synthetic ones to look at.',
    table: 'All figures of each province',
    area: 'Area',
  },
});
