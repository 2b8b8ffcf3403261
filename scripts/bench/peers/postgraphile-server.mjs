// PostGraphile with its amber preset over the same database: the GraphQL that the tables alone give.

import { createServer } from 'node:http';
import { grafserv } from 'postgraphile/grafserv/node';
import { PgAggregatesPreset } from '@graphile/pg-aggregates';
import { makePgService } from 'postgraphile/adaptors/pg';
import { postgraphile } from 'postgraphile';
import { PostGraphileAmberPreset } from 'postgraphile/presets/amber';
import { jsonPgSmartTags } from 'postgraphile/utils';
import { openPool, sayAddress } from './process.mjs';

const tags = {
  // The round of a selected product is half of a foreign key to its lot: PostGraphile is told that it leads to the round.
  class: { selected_product: { tags: { foreignKey: '(round_id) references round (id)' } } },
  // Columns that no index begins with: it orders and filters by them only when told to.
  attribute: {
    'selected_product.rank': { tags: { behavior: '+orderBy' } },
    'agreed_volume.id': { tags: { behavior: '+orderBy' } },
    'institution.level': { tags: { behavior: '+filterBy' } },
  },
};

const pgl = postgraphile({
  extends: [PostGraphileAmberPreset, PgAggregatesPreset],
  plugins: [jsonPgSmartTags({ version: 1, config: tags })],
  // Accord's lists end with what is not on record, in both directions.
  schema: { pgOrderByNullsLast: true },
  pgServices: [makePgService({ pool: openPool(), schemas: ['public'] })],
  grafserv: { graphqlPath: '/graphql', graphiql: false, watch: false, websockets: false },
  grafast: { explain: false },
});

const server = createServer();
await pgl.createServ(grafserv).addTo(server);
server.listen(0, '127.0.0.1', () => sayAddress(`http://127.0.0.1:${server.address().port}`));
