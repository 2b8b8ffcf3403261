import { Migration } from '@mikro-orm/migrations';

/**
 * Names are searched as people type them: full-width or half-width, in capitals or not, with any brackets and spaces.
 *
 * The index is of pairs of characters, not pg_trgm's of three: most words of Chinese have two, and where the database's
 * LC_CTYPE is C, as on the embedded server, pg_trgm takes no Chinese character for a letter and indexes none.
 * A server with newer Unicode tables may normalise characters that were unassigned before: REINDEX after such a move.
 */
export class M0005TextSearch extends Migration {
  override up(): void {
    this.addSql(String.raw`
      create function normalised(value text) returns text language sql immutable strict parallel safe as $$
        select btrim(regexp_replace(lower(normalize(value, NFKC)), '[ \t\n\r]+', ' ', 'g'))
      $$;
      create function bigrams(value text) returns text[] language plpgsql immutable strict parallel safe as $$
        declare
          pairs text[] := string_to_array(value, null);
        begin
          for place in 1 .. cardinality(pairs) - 1 loop
            pairs[place] := pairs[place] || pairs[place + 1];
          end loop;
          return pairs[1 : cardinality(pairs) - 1];
        end
      $$;

      create index area_name_bigrams_idx on area using gin (bigrams(normalised(name)));
      create index enterprise_name_bigrams_idx on enterprise using gin (bigrams(normalised(name)));
      create index institution_name_bigrams_idx on institution using gin (bigrams(normalised(name)));
      create index policy_document_title_bigrams_idx on policy_document using gin (bigrams(normalised(title)));
      create index product_name_bigrams_idx on product using gin (bigrams(normalised(name)));
      create index product_generic_name_bigrams_idx on product using gin (bigrams(normalised(generic_name)));
      create index product_brand_bigrams_idx on product using gin (bigrams(normalised(brand)));
      create index round_name_bigrams_idx on round using gin (bigrams(normalised(name)));
    `);
  }
}
