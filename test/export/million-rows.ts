// Run by a test in a process of its own: writes a million rows to a file and says how much memory that took.
import { createWriteStream } from 'node:fs';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { csvFile } from '../../src/platform/tables/csv-writer.ts';
import { xlsxFile, type Portions } from '../../src/platform/tables/xlsx-writer.ts';

const [format, file] = process.argv.slice(2);
const columns = [
  { title: '名称', type: 'text' as const },
  { title: '金额', type: 'number' as const },
];

async function* million(): Portions {
  for (let at = 0; at < 1_000_000; at += 2000) {
    yield Array.from({ length: 2000 }, (_none, row) => [`=第 ${at + row} 行,医疗机构名称`, `${at + row}.25`]);
  }
}

const before = process.memoryUsage.rss();
const began = performance.now();
let most = before;
const watch = setInterval(() => (most = Math.max(most, process.memoryUsage.rss())), 20);
const written = format === 'csv' ? csvFile(columns, million(), 'utf-8') : xlsxFile(columns, million());
await pipeline(Readable.from(written, { objectMode: false }), createWriteStream(file!));
clearInterval(watch);
const megabytes = Math.round((most - before) / 1024 / 1024);
process.stdout.write(JSON.stringify({ megabytes, seconds: Number(((performance.now() - began) / 1000).toFixed(1)) }));
