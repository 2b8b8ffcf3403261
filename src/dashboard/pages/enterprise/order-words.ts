import { addWords } from '../../app/language.ts';

addWords('orders', {
  zh: {
    latest: '共 {{count}} 份订单，显示最近的 {{shown}} 份。',
    caption: '最近的订单及其到货数量',
    numbers: '协议 {{agreement}} · 订单 {{order}}',
    orderedOn: '下单日期',
    distributor: '配送企业',
    supplied: '已到货（未拒收）',
    nothing: '没有订单。',
    institution: '医疗机构',
  },
  en: {
    caption: 'The latest orders and what came of them',
    numbers: 'Agreement {{agreement}} · order {{order}}',
    orderedOn: 'Ordered on',
    distributor: 'Distributor',
    supplied: 'Came (not rejected)',
    nothing: 'No orders.',
    latest_one: '{{count}} order.',
    latest_other: '{{count}} orders; the latest {{shown}} are shown.',
    institution: 'Institution',
  },
});
