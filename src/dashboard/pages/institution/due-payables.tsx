import { PayablesDocument } from '../../../../schema/dashboard/graphql.ts';
import { useTranslation } from 'react-i18next';
import { useAnswer } from '../../api/use-answer.ts';
import { Answered, Empty } from '../../parts/page-state.tsx';
import { PayableTable } from '../payments/payables.tsx';
import { questionOf } from '../payments/question.ts';

/** So many stand here; the payment timeline has all. */
const shownAtOnce = 10;

/** What is to be paid by when: what is not settled, the earliest due first. */
export function DuePayables({ asOf, product }: { readonly asOf: string; readonly product: string | undefined }) {
  const { t } = useTranslation();
  const { listed } = questionOf({ asOf, state: 'open', ...(product && { product }) });
  const answer = useAnswer(PayablesDocument, { asOf, filter: listed, first: shownAtOnce, after: null });
  return (
    <Answered of={answer}>
      {({ payables }) =>
        payables.nodes.length > 0 ? (
          <>
            <p className="quiet">{t('institution.open', { count: payables.totalCount, shown: payables.nodes.length })}</p>
            <PayableTable rows={payables.nodes} />
          </>
        ) : (
          <Empty>{t('institution.nothingDue')}</Empty>
        )
      }
    </Answered>
  );
}
