import { fileURLToPath } from 'node:url';
import { watchRevokedTokens } from './platform/access/revoked-tokens.ts';
import { sourceInWords, tokenSource } from './platform/access/token-source.ts';
import { openIssuer } from './platform/access/trusted-issuer.ts';
import { createVerifier } from './platform/access/verify-token.ts';
import { readConfig } from './platform/config/config.ts';
import { startEmbeddedServer } from './platform/database/embedded-server.ts';
import { checkServerAt } from './platform/database/server-requirements.ts';
import { readTrustedDocuments } from './platform/graphql/trusted-documents.ts';
import { openLog } from './platform/process/log.ts';
import { portRefused, requireFreePort } from './platform/process/port.ts';
import { runUntilStopped } from './platform/process/run-until-stopped.ts';
import { say, sayAddresses } from './platform/process/say.ts';
import { openSeal } from './platform/seal/sealing-key.ts';

/** Written by `npm run generate`: the operations that clients rely on, and the dashboard's. */
const manifests = ['client', 'dashboard'].map((client) =>
  fileURLToPath(new URL(`../schema/${client}/persisted-documents.json`, import.meta.url)),
);

runUntilStopped(async (opened) => {
  const config = readConfig();
  const log = openLog(config.logLevel);
  const trustedDocuments = readTrustedDocuments(manifests, config.trustedDocuments);
  // What can be wrong without a database is found before one is started.
  await requireFreePort(config.port);
  const tokens = await tokenSource(config);
  const issuer = await openIssuer(tokens);
  const seal = await openSeal(config.dataDir);

  let url = config.databaseUrl;
  let hasRoom = () => true;
  let place = 'the server of DATABASE_URL';
  if (url === null) {
    const server = await startEmbeddedServer({ dataDir: config.dataDir, log });
    opened('PostgreSQL', () => server.stop(2000), 3000);
    place = `embedded PostgreSQL in ${config.dataDir}${server.adopted ? ', which was running already' : ''}`;
    url = server.url;
    hasRoom = server.hasRoom;
  }
  await checkServerAt(url);
  say(`Database   ${place}`);
  say(`Tokens     ${sourceInWords(tokens)}`);

  // The greater part of the program is read only now, so that a wrong setting is told at once.
  const { openDatabase } = await import('./platform/database/database.ts');
  const { entities } = await import('./features.ts');
  const { makeServerLogin } = await import('./platform/database/server-roles.ts');
  // The owner prepares the database and tidies it up; what is served is asked for by a login that owns nothing.
  const operator = await openDatabase(url, { entities });
  opened('database', operator.close, 500);
  await operator.migrate();
  const { loadReferenceData, prepareFeatures } = await import('./reference-data.ts');
  await loadReferenceData(operator);
  for (const line of await prepareFeatures(operator, seal)) say(`Sealing    ${line}`);
  const database = await openDatabase(await makeServerLogin(url), { entities, hasRoom, silence: 12_000 });
  opened('database', database.close, 500);
  const revoked = await watchRevokedTokens(database.pool, log);
  opened('revoked tokens', revoked.close, 100);
  const verifyToken = createVerifier(issuer, revoked);

  const clock = { now: () => new Date() };
  const { forgetOldKeysDaily } = await import('./platform/journal/forget-old-keys.ts');
  const forgetting = forgetOldKeysDaily(operator.pool, clock, log);
  opened('forgetting', async () => forgetting.stop(), 100);

  const { createApp } = await import('./app.ts');
  const { rates, streamLimits } = config;
  const app = await createApp({ database, tokens, verifyToken, clock, seal, log, trustedDocuments, rates, streamLimits });
  opened('server', app.close, 5500);
  const address = await app.listen(config.port).catch((error: unknown) => {
    throw portRefused(config.port, error);
  });
  sayAddresses(address);
});
