import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useLocation } from 'wouter';
import {
  NegotiationsDocument,
  PrepareNegotiationDocument,
  ProductChoicesDocument,
  type NegotiationStatus,
} from '../../../../schema/dashboard/graphql.ts';
import { useSession } from '../../api/session.ts';
import { useAnswer } from '../../api/use-answer.ts';
import { useLanguage } from '../../app/language.ts';
import { Choice } from '../../parts/filter-fields.tsx';
import { date, unitPrice } from '../../parts/format.ts';
import { nameOf, perUnit, productName } from '../../parts/names.ts';
import { Answered, Empty } from '../../parts/page-state.tsx';
import { MorePages } from '../../parts/more-pages.tsx';
import { Recording, type Asked } from '../../parts/recording.tsx';
import { SortableTable } from '../../parts/sortable-table.tsx';
import { useFilters } from '../../parts/use-filters.ts';
import { useSettled } from '../../parts/use-settled.ts';
import '../../words/talks.ts';

const statuses: readonly NegotiationStatus[] = [
  'PREPARED',
  'ENVELOPE_SEALED',
  'FIRST_QUOTE',
  'SECOND_QUOTE',
  'BARGAINING',
  'SUCCESS',
  'FAILED',
];

/** Price talks, as far as the reader may know of them. */
export default function Negotiations() {
  const { t } = useTranslation();
  const { language } = useLanguage();
  const { chosen, choose } = useFilters(['status', 'after']);
  const status = statuses.find((each) => each === chosen.status);
  const answer = useAnswer(NegotiationsDocument, { filter: status ? { status: { eq: status } } : {}, after: chosen.after ?? null });
  const missing = <span className="missing">{t('state.notOnRecord')}</span>;
  return (
    <>
      <h1>{t('page.negotiations')}</h1>
      <p className="lead">{t('talks.lead')}</p>
      <form className="filters" onSubmit={(event) => event.preventDefault()}>
        <Choice
          name={t('talks.status')}
          value={chosen.status}
          all={t('filter.all')}
          options={statuses.map((value) => ({ value, name: t(`talkStatus.${value}`) }))}
          onChoose={(value) => choose({ status: value })}
        />
      </form>
      <Answered of={answer}>
        {({ negotiations }) =>
          negotiations.nodes.length === 0 ? (
            <Empty>{t('talks.none')}</Empty>
          ) : (
            <>
              <SortableTable
                caption={t('page.negotiations')}
                rows={negotiations.nodes}
                rowKey={({ code }) => code}
                columns={[
                  {
                    key: 'product',
                    head: t('talks.product'),
                    by: ({ product }) => productName(product, language),
                    cell: ({ code, product, enterprise }) => (
                      <>
                        <Link href={`/negotiations/${encodeURIComponent(code)}`}>{productName(product, language)}</Link>
                        <span className="quiet block">
                          {nameOf(enterprise, language)} · {code}
                        </span>
                      </>
                    ),
                  },
                  {
                    key: 'status',
                    head: t('talks.status'),
                    short: true,
                    by: (talk) => talk.status,
                    cell: (talk) => t(`talkStatus.${talk.status}`),
                  },
                  {
                    key: 'drawn',
                    head: t('talks.drawnOn'),
                    short: true,
                    by: ({ drawnOn }) => drawnOn,
                    cell: ({ drawnOn }) => (drawnOn ? date(drawnOn, language) : missing),
                  },
                  {
                    key: 'before',
                    head: t('talks.priceBefore'),
                    numeric: true,
                    cell: ({ priceBefore, priceUnit }) =>
                      priceBefore ? `${unitPrice(priceBefore, language)} ${perUnit(priceUnit, t)}` : missing,
                  },
                  {
                    key: 'price',
                    head: t('talks.outcome'),
                    numeric: true,
                    cell: ({ outcomes, priceUnit }) =>
                      outcomes.nodes[0] ? `${unitPrice(outcomes.nodes[0].price, language)} ${perUnit(priceUnit, t)}` : '—',
                  },
                ]}
              />
              <MorePages pageInfo={negotiations.pageInfo} />
            </>
          )
        }
      </Answered>
      <Prepare />
    </>
  );
}

/** A new talk, for the expert who prepares it. */
function Prepare() {
  const { t } = useTranslation();
  const { language } = useLanguage();
  const [, go] = useLocation();
  const [product, setProduct] = useState('');
  const isExpert = useSession()?.role === 'EXPERT';
  const products = useAnswer(ProductChoicesDocument, { text: useSettled(product) }, isExpert).data?.products.nodes ?? [];
  if (!isExpert) return null;
  const of = (name: string, more: Partial<Asked> = {}): Asked => ({ name, label: t(`talks.fields.${name}`), ...more });
  return (
    <details>
      <summary>{t('operation.prepareNegotiation')}</summary>
      <Recording
        title={t('operation.prepareNegotiation')}
        document={PrepareNegotiationDocument}
        given={{}}
        asked={[
          of('code'),
          of('productCode', {
            suggestions: { choices: products.map((each) => ({ value: each.code, name: productName(each, language) })), ask: setProduct },
          }),
          of('enterpriseCodes', { kind: 'list' }),
          of('drawnOn', { kind: 'date' }),
          of('groupNumber', { kind: 'integer' }),
          of('groupCount', { kind: 'integer' }),
          of('priceBefore', { kind: 'decimal', optional: true }),
          of('experts', { kind: 'group', hint: t('talks.expertsHint') }),
          of('delegates', { kind: 'persons', hint: t('talks.personsHint') }),
          of('note', { optional: true }),
        ]}
        onDone={({ negotiation }) => negotiation && go(`/negotiations/${encodeURIComponent(negotiation.code)}`)}
      />
    </details>
  );
}
