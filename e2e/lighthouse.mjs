// Lighthouse on the pages that most people open, with the phone's profile. Run by hand, as it weighs more than all of the
// tests: see README.md. `node lighthouse.mjs [/en/path …]`; RUNS=5 opens each page five times and shows the median.
import assert from 'node:assert/strict';
import { existsSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { loadavg } from 'node:os';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { open } from './harness.mjs';

const folder = resolve(process.env.LIGHTHOUSE ?? '/tmp/lighthouse', 'node_modules');
assert.ok(existsSync(join(folder, 'lighthouse')), `Lighthouse is not in ${folder}: see README.md`);
const { default: lighthouse } = await import(pathToFileURL(join(folder, 'lighthouse/core/index.js')));
const { launch } = await import(pathToFileURL(join(folder, 'chrome-launcher/dist/index.js')));

const MEASURES = ['first-contentful-paint', 'largest-contentful-paint', 'total-blocking-time', 'cumulative-layout-shift',
  'speed-index', 'total-byte-weight'];

/** How often each page is opened: what is shown is the run in the middle by performance. */
const RUNS = Number(process.env.RUNS ?? 1);

/** A demo asks search engines to stay away: this takes about a third of the score for search. */
const DEMO = 'is-crawlable';

/** The first address on a page that a pattern finds. */
async function first(address, path, pattern) {
  return (await (await fetch(`${address}${path}`)).text()).match(pattern)[1];
}

async function pages(address) {
  const action = await first(address, '/en/actions', /href="(\/en\/actions\/L[AG]-[^"?]+)"/);
  const country = await first(address, '/en/countries', /href="(\/en\/countries\/[A-Za-z]{2,3})"/);
  return ['/en/', '/en/actions', action, country, '/ar/', '/ar/actions', '/en/map'];
}

/** Opens a page as often as asked; the run in the middle, and the performance of each. */
async function middle(address, port) {
  const runs = [];
  for (let run = 0; run < RUNS; run += 1) {
    runs.push((await lighthouse(address, { port, output: 'json', logLevel: 'error' })).lhr);
  }
  runs.sort((one, other) => one.categories.performance.score - other.categories.performance.score);
  return { lhr: runs[Math.floor(RUNS / 2)], each: runs.map((one) => Math.round(one.categories.performance.score * 100)) };
}

const house = await open();
const chrome = await launch({
  chromePath: process.env.LOCALACTION_CHROMIUM ?? '/usr/bin/chromium', chromeFlags: ['--headless=new', '--no-sandbox'],
});
try {
  const asked = process.argv.slice(2);
  for (const path of asked.length > 0 ? asked : await pages(house.address)) {
    const { lhr, each } = await middle(`${house.address}${path}`, chrome.port);
    const scores = Object.values(lhr.categories).map((one) => `${one.title} ${one.score === null ? '–' : Math.round(one.score * 100)}`);
    const often = RUNS > 1 ? ` (performance of ${RUNS} runs: ${each.join(' ')}; load ${loadavg()[0].toFixed(1)})` : '';
    console.log(`${path}: ${scores.join(', ')}${often}`);
    console.log(`  ${MEASURES.map((name) => `${name} ${lhr.audits[name].displayValue ?? '–'}`).join(', ')}`);
    const counted = new Set(Object.values(lhr.categories)
      .flatMap((one) => one.auditRefs.filter(({ weight }) => weight > 0).map(({ id }) => id)));
    for (const audit of Object.values(lhr.audits)) {
      if (!counted.has(audit.id) || audit.score === null || audit.score >= 0.9 || audit.id === DEMO) continue;
      console.log(`  ${audit.title} ${audit.displayValue ?? ''}`);
      for (const item of (audit.details?.items ?? []).slice(0, 4)) {
        console.log(`    ${JSON.stringify(item.node?.snippet ?? item.url ?? item.source ?? item).slice(0, 200)}`);
      }
    }
    if (process.env.REPORTS) await writeFile(join(process.env.REPORTS, `${path.replace(/\W+/g, '_')}.json`), JSON.stringify(lhr));
  }
} finally {
  chrome.kill();
  await house.close();
}
