/**
 * Says a line to the person who started the program. The log is for machines; these lines are read once, at start.
 * @source none: machinery
 */
export function say(line = ''): void {
  process.stdout.write(`${line}\n`);
}

/**
 * Says where the server can be reached; the last lines of a start.
 * @param address such as `http://127.0.0.1:4000`
 */
export function sayAddresses(address: string): void {
  const pages = { Dashboard: '/', GraphQL: '/graphql', Explorer: '/explorer', Health: '/healthz' };
  say();
  say('Accord is ready; Ctrl-C stops it.');
  say();
  for (const [name, page] of Object.entries(pages)) say(`  ${name.padEnd(9)} ${new URL(page, address)}`);
  say();
}
