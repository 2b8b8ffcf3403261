import type { Tooth } from './tooth.ts';

const told = ['test/access/told-changes.test.ts'];
const resumed = ['test/features/live-changes.test.ts'];
const streams = ['test/front-door/streams.test.ts'];
const signIn = ['test/access/sign-in.test.ts'];
const outbox = 'src/platform/live/outbox.ts';
const open = 'src/platform/live/open-streams.ts';
const served = 'src/platform/sign-in/serve-sign-in.ts';

export const teeth: readonly Tooth[] = [
  {
    row: 'T7',
    breaks: 'an operation is told to whoever sees a row of it',
    file: 'src/platform/live/sight.ts',
    find: 'operation: knowsOf(caller, operation) ? operation : null,',
    replace: 'operation,',
    tests: told,
    named: 'what is public is told to everybody',
  },
  {
    row: 'T7',
    breaks: 'rows are looked for as nobody in particular',
    file: 'src/platform/live/sight.ts',
    find: `['begin', ...identityStatements(caller)].join('; ')`,
    replace: `'begin'`,
    tests: told,
    named: 'a draft is told',
  },
  {
    row: 'T7',
    breaks: 'an event is told twice',
    file: outbox,
    find: 'e.seq > asked.since and',
    replace: 'e.seq >= asked.since and',
    tests: resumed,
    named: 'goes on after a cursor',
  },
  {
    row: 'T7',
    breaks: 'the last event of a chain is left out',
    file: outbox,
    find: 'e.seq <= asked.upto',
    replace: 'e.seq < asked.upto',
    tests: resumed,
    named: 'goes on after a cursor',
  },
  {
    row: 'T7',
    breaks: 'a token is looked at when the stream begins only',
    file: open,
    find: '      await this.verifyToken(authorization);\n',
    replace: '',
    tests: streams,
    named: 'ends when its token is not taken any more',
  },
  {
    row: 'T7',
    breaks: 'a caller may have any number of streams',
    file: open,
    find: '>= this.limits.caller)',
    replace: '>= Infinity)',
    tests: streams,
    named: 'are so many of one caller',
  },
  {
    row: 'T1',
    breaks: 'a name bound anew to this machine is believed',
    file: 'src/platform/sign-in/from-this-machine.ts',
    find: 'isLoopback(`http://${host}`) &&',
    replace: '',
    tests: signIn,
    named: 'a name that was bound anew',
  },
  {
    row: 'T1',
    breaks: 'whatever body is read as JSON',
    file: served,
    find: '  if (!/^application',
    replace: '  if (false && !/^application',
    tests: signIn,
    named: 'no body is given no token',
  },
];
