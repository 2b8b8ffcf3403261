import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import type { RoundBidsQuery } from '../../../../schema/dashboard/graphql.ts';
import { useLanguage } from '../../app/language.ts';
import { SortableTable } from '../../parts/sortable-table.tsx';
import { Why } from '../../parts/explanation.tsx';
import { unitPrice } from '../../parts/format.ts';
import { factName, nameOf, perUnit, productName, unitOf } from '../../parts/names.ts';

type Lot = NonNullable<NonNullable<RoundBidsQuery['round']>['lot']>;
type Bid = Lot['bids']['nodes'][number];
type Finding = NonNullable<Bid['findings']>[number];

const tones: Readonly<Record<string, string>> = { SELECTED: 'good', PROPOSED: 'good', INVALID: 'bad' };

/** Bids by their place, each with its prices, its outcome and the clause that decided. */
export function Bids({ lot }: { readonly lot: Lot }) {
  const { t } = useTranslation();
  const { language } = useLanguage();
  const missing = <span className="missing">{t('state.notOnRecord')}</span>;
  return (
    <SortableTable
      caption={t('bids.caption')}
      rows={lot.bids.nodes}
      rowKey={({ id }) => id}
      columns={[
        { key: 'rank', head: t('bids.rank'), numeric: true, by: ({ rank }) => rank, cell: ({ rank }) => rank ?? '—' },
        {
          key: 'product',
          head: t('bids.product'),
          by: ({ product }) => productName(product, language),
          cell: ({ product, enterprise }) => (
            <span>
              <Link href={`/products/${encodeURIComponent(product.code)}`}>{productName(product, language)}</Link>
              <span className="quiet block">{nameOf(enterprise, language)}</span>
            </span>
          ),
        },
        {
          key: 'price',
          head: t('bids.price'),
          numeric: true,
          by: ({ price }) => (price === null ? null : Number(price)),
          cell: ({ price, priceUnit, status }) =>
            price === null ? (
              <span className="missing">{t(status === 'SEALED' ? 'bids.sealed' : 'state.notOnRecord')}</span>
            ) : (
              `${unitPrice(price, language)} ${perUnit(priceUnit, t)}`
            ),
        },
        {
          key: 'comparable',
          head: t('bids.comparable'),
          numeric: true,
          by: ({ comparableUnitPrice }) => (comparableUnitPrice === null ? null : Number(comparableUnitPrice)),
          cell: ({ comparableUnitPrice, comparison }) => {
            if (comparableUnitPrice === null) return missing;
            const price = `${unitPrice(comparableUnitPrice, language)} ${perUnit(lot.countingUnit, t)}`;
            return comparison ? (
              <Why of={comparison} label={t('bids.comparable')}>
                {price}
              </Why>
            ) : (
              price
            );
          },
        },
        {
          key: 'outcome',
          head: t('bids.outcome'),
          short: true,
          by: ({ outcome, status }) => outcome ?? status,
          cell: ({ outcome, status }) => (
            <span className={`tag ${tones[outcome ?? status] ?? ''}`}>{t(`bidStatus.${outcome ?? status}`)}</span>
          ),
        },
        { key: 'decided', head: t('bids.decided'), cell: (bid) => <Decided bid={bid} /> },
      ]}
    />
  );
}

/** The clause that decided, its document, and all that the rules said of the bid. */
function Decided({ bid: { explanation, findings, product } }: { readonly bid: Bid }) {
  const { t } = useTranslation();
  const { language } = useLanguage();
  const sentence = (of: { readonly sentence: string; readonly sentenceZh: string }) => (language === 'zh' ? of.sentenceZh : of.sentence);
  if (!findings || findings.length === 0) {
    return explanation ? (
      <Why of={explanation} label={productName(product, language)}>
        {sentence(explanation)}
      </Why>
    ) : (
      <span className="missing">{t('bids.notEvaluated')}</span>
    );
  }
  const decisive = findings.filter((each) => each.decisive);
  return (
    <div className="decided">
      {decisive.map((finding) => (
        <p key={finding.rule}>
          <strong>{sentence(finding)}</strong>
          <Source of={finding} />
        </p>
      ))}
      <details>
        <summary>{t('bids.allFindings', { count: findings.length })}</summary>
        <ul>
          {findings.map((finding) => (
            <li key={`${finding.rule} ${finding.sentence}`}>
              <span className={`tag ${finding.met === null ? '' : finding.met ? 'good' : 'bad'}`}>
                {t(finding.met === null ? 'bids.undecided' : finding.met ? 'bids.met' : 'bids.failed')}
              </span>{' '}
              {sentence(finding)}
              <Source of={finding} />
            </li>
          ))}
        </ul>
      </details>
      {explanation && (
        <Why of={explanation} label={productName(product, language)}>
          {t('why.open')}
        </Why>
      )}
    </div>
  );
}

function Source({ of: { source, inputs } }: { readonly of: Finding }) {
  const { t } = useTranslation();
  return (
    <>
      {source.map(({ document, clause }) => (
        <cite key={`${document} ${clause}`} className="quiet block">
          {document}
          {clause && ` · ${clause}`}
        </cite>
      ))}
      {inputs.length > 0 && (
        <span className="quiet block">
          {inputs.map(({ name, value, unit }) => `${factName(name, t)} ${value} ${unitOf(unit, t)}`.trim()).join(t('list.separator'))}
        </span>
      )}
    </>
  );
}
