import { createApp } from './app.ts';
import { entities } from './features.ts';
import { loadReferenceData } from './reference-data.ts';
import { sourceInWords, tokenSource } from './platform/access/token-source.ts';
import { createVerifier } from './platform/access/verify-token.ts';
import { readConfig } from './platform/config/config.ts';
import { openDatabase } from './platform/database/database.ts';
import { startEmbeddedServer } from './platform/database/embedded-server.ts';
import { checkServerAt } from './platform/database/server-requirements.ts';
import { openLog } from './platform/process/log.ts';
import { portRefused, requireFreePort } from './platform/process/port.ts';
import { runUntilStopped } from './platform/process/run-until-stopped.ts';
import { say, sayAddresses } from './platform/process/say.ts';

runUntilStopped(async (opened) => {
  const config = readConfig();
  const log = openLog(config.logLevel);
  // What can be wrong without a database is found before one is started.
  await requireFreePort(config.port);
  const tokens = await tokenSource(config);
  const verifyToken = await createVerifier(tokens);

  let url = config.databaseUrl;
  if (url === null) {
    const server = await startEmbeddedServer({ dataDir: config.dataDir, log });
    opened('PostgreSQL', () => server.stop(2000), 4000);
    say(`Database   embedded PostgreSQL in ${config.dataDir}${server.adopted ? ', which was running already' : ''}`);
    url = server.url;
  } else {
    say('Database   the server of DATABASE_URL');
  }
  say(`Tokens     ${sourceInWords(tokens)}`);
  await checkServerAt(url);

  const database = await openDatabase(url, { entities });
  opened('database', database.close, 1000);
  await database.migrate();
  await loadReferenceData(database);

  const app = await createApp({ database, verifyToken, clock: { now: () => new Date() }, log });
  opened('server', app.close, 4500);
  const address = await app.listen(config.port).catch((error: unknown) => {
    throw portRefused(config.port, error);
  });
  sayAddresses(address);
});
