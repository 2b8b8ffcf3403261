import { useTranslation } from 'react-i18next';
import { Link, useParams, useSearchParams } from 'wouter';
import { ProductPageDocument, type ProductPageQuery } from '../../../../schema/dashboard/graphql.ts';
import { useAnswer } from '../../api/use-answer.ts';
import { useLanguage } from '../../app/language.ts';
import { OfBulletin } from '../../parts/bulletin.tsx';
import { Completions } from '../../parts/completions.tsx';
import { Figure } from '../../parts/figure.tsx';
import { date, today, unitPrice } from '../../parts/format.ts';
import { nameOf, perUnit, productName } from '../../parts/names.ts';
import { Answered, Empty } from '../../parts/page-state.tsx';
import { StandardsByArea } from './standards-by-area.tsx';
import './words.ts';

type Product = NonNullable<ProductPageQuery['product']>;

/** One product: what it won, and what the fund pays on in each area, before, now and as agreed for later. */
export default function ProductPage() {
  const { t } = useTranslation();
  const { code } = useParams<{ code: string }>();
  const [parameters] = useSearchParams();
  const wanted = parameters.get('asOf') ?? today();
  const answer = useAnswer(ProductPageDocument, { code, asOf: wanted });
  return (
    <Answered of={answer}>
      {({ product, rounds, current, latest, publishedCompletions }) =>
        product ? (
          <>
            <Head product={product} />
            <Selections rounds={rounds.nodes} />
            <Completed product={product} rounds={rounds.nodes} rows={publishedCompletions.nodes} />
            <StandardsByArea
              code={product.code}
              wanted={wanted}
              asOf={current.nodes.length > 0 ? wanted : (latest.nodes[0]?.validFrom ?? wanted)}
            />
          </>
        ) : (
          <>
            <h1>{t('app.noPage')}</h1>
            <Empty>{t('product.unknown', { code })}</Empty>
          </>
        )
      }
    </Answered>
  );
}

function Head({ product }: { readonly product: Product }) {
  const { t } = useTranslation();
  const { language } = useLanguage();
  const registration = product.registrationNumber && t('product.registration', { number: product.registrationNumber });
  return (
    <>
      <p className="eyebrow">
        {t(`category.${product.category}`)} · <code>{product.code}</code>
      </p>
      <h1>{productName(product, language)}</h1>
      <p className="lead">
        {[nameOf(product.enterprise, language), product.specification, registration].filter(Boolean).join(t('list.separator'))}
      </p>
    </>
  );
}

/** How much of what was agreed of the product was bought, as everybody is told; nothing of one that was never selected. */
function Completed(props: {
  readonly product: Product;
  readonly rounds: ProductPageQuery['rounds']['nodes'];
  readonly rows: ProductPageQuery['publishedCompletions']['nodes'];
}) {
  const { product, rounds, rows } = props;
  const { t } = useTranslation();
  if (rounds.every(({ selectedProducts }) => selectedProducts.nodes.length === 0)) return null;
  return (
    <OfBulletin title={t('bulletin.completion')} of={rows} none={t('bulletin.noneOfProduct')}>
      {() => <Completions rows={rows} products={[product]} />}
    </OfBulletin>
  );
}

/** Each round that the product won, with its price there and what was corrected of it. */
function Selections({ rounds }: { readonly rounds: ProductPageQuery['rounds']['nodes'] }) {
  const { t } = useTranslation();
  const { language } = useLanguage();
  const won = rounds.flatMap((round) => round.selectedProducts.nodes.map((selected) => ({ round, selected })));
  if (won.length === 0) return <Empty>{t('product.neverSelected')}</Empty>;
  return (
    <dl className="figures">
      {won.map(({ round, selected }) => (
        <Figure
          key={round.code}
          name={t('product.winningPrice')}
          value={selected.winningPrice === null ? null : unitPrice(selected.winningPrice, language)}
          unit={perUnit(selected.priceUnit, t)}
          note={
            <>
              <Link href={`/rounds/${encodeURIComponent(round.code)}`}>{nameOf(round, language)}</Link>
              {round.openedOn && ` ${date(round.openedOn, language)}`}
              {selected.withdrawnOn && (
                <span className="tag bad">{t('product.withdrawn', { date: date(selected.withdrawnOn, language) })}</span>
              )}
              {selected.priceCorrections.map((each) => (
                <span key={each.recordedAt} className="block">
                  {t('product.corrected', {
                    before: unitPrice(each.priceBefore, language),
                    after: unitPrice(each.priceAfter, language),
                    reason: each.reason,
                  })}
                </span>
              ))}
            </>
          }
        />
      ))}
    </dl>
  );
}
