import { PayablesDocument } from '../../../../schema/dashboard/graphql.ts';
import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import { useAnswer } from '../../api/use-answer.ts';
import { Answered, Empty } from '../../parts/page-state.tsx';
import { RowActs } from '../../parts/row-acts.tsx';
import { PayableTable } from '../payments/payables.tsx';
import { questionOf } from '../payments/question.ts';
import { PayableActs } from './payable-acts.tsx';

/** So many stand here; the payment timeline has all. */
const shownAtOnce = 10;

/** What is to be paid by when, the earliest due first; or what is settled, for a payment may have to be taken back. */
export function DuePayables(props: {
  readonly asOf: string;
  readonly product: string | undefined;
  readonly isSettled: boolean;
  readonly addressOf: (isSettled: boolean) => string;
  readonly mayAct: boolean;
}) {
  const { asOf, product, isSettled, addressOf, mayAct } = props;
  const { t } = useTranslation();
  const { listed } = questionOf({ asOf, ...(!isSettled && { state: 'open' }), ...(product && { product }) });
  const filter = isSettled ? { ...listed, settledOn: { lte: asOf } } : listed;
  const answer = useAnswer(PayablesDocument, { asOf, filter, first: shownAtOnce, after: null });
  return (
    <RowActs>
      <nav className="tabs" aria-label={t('institution.payables')}>
        {[false, true].map((settled) => (
          <Link key={String(settled)} href={addressOf(settled)} aria-current={settled === isSettled ? 'page' : undefined}>
            {t(settled ? 'institution.settled' : 'institution.notSettled')}
          </Link>
        ))}
      </nav>
      <Answered of={answer}>
        {({ payables }) =>
          payables.nodes.length > 0 ? (
            <>
              <p className="quiet">
                {t(isSettled ? 'institution.settledCount' : 'institution.open', {
                  count: payables.totalCount,
                  shown: payables.nodes.length,
                })}
              </p>
              <PayableTable rows={payables.nodes} acts={mayAct ? (payable) => <PayableActs payable={payable} /> : undefined} />
            </>
          ) : (
            <Empty>{t(isSettled ? 'institution.nothingSettled' : 'institution.nothingDue')}</Empty>
          )
        }
      </Answered>
    </RowActs>
  );
}
