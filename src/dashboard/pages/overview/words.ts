import { addWords } from '../../app/language.ts';

addWords('overview', {
  zh: {
    lead: '医保按量采购药品和冠脉支架：以全国医疗机构的用量换取更低的价格。这里是每一批采购的结果。',
    landmark: '记录中降幅最大的一批',
    before: '采购前均价',
    after: '中选均价',
    cut: '平均降幅',
    rounds: '全部采购批次（{{count}}）',
    tableCaption: '国家组织集中带量采购各批次',
  },
  en: {
    lead: 'The health insurance buys drugs and coronary stents by volume: the use of all hospitals together, for a lower price. This is what each round came to.',
    landmark: 'The deepest cut on record',
    before: 'average price before',
    after: 'average winning price',
    cut: 'Average cut',
    rounds: 'All rounds ({{count}})',
    tableCaption: 'The rounds of national volume-based procurement',
  },
});
