// Two judges of a page: axe-core for accessibility, the Nu HTML checker for markup. Both answer with sentences.
import { spawn } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';

const require = createRequire(import.meta.url);
const axeFile = require.resolve('axe-core/axe.min.js');
const vnuFile = join(require.resolve('vnu-jar/package.json'), '../build/dist/vnu.jar');
/** What may be wrong on a small screen or in forced colours, and nowhere else. */
const SMALL = ['color-contrast', 'link-in-text-block', 'scrollable-region-focusable', 'target-size'];
const TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

/** The page of each browser on which copies are judged, one for each of its wishes: a fresh one each time costs more than axe. */
const benches = new WeakMap();

function bench(browser, wishes) {
  const known = benches.get(browser) ?? new Map();
  benches.set(browser, known);
  const name = JSON.stringify(wishes);
  if (!known.has(name)) {
    known.set(name, browser.newContext(wishes).then(async (context) => {
      await context.addInitScript({ path: axeFile });
      return context.newPage();
    }));
  }
  return known.get(name);
}

/**
 * What axe-core finds on a page. Where script is off its timers stand still, so the same HTML is opened
 * once more at the same address with script on, style sheets and pictures included, in the same colours.
 * `small` asks once more on the smallest phone in forced colours, for what may be wrong only there.
 */
export async function inspect(browser, page, { tags = TAGS, small = false } = {}) {
  const wishes = await page.evaluate(() => ({
    colorScheme: matchMedia('(prefers-color-scheme: dark)').matches ? 'dark' : 'light',
    forcedColors: matchMedia('(forced-colors: active)').matches ? 'active' : 'none',
  }));
  const copy = await bench(browser, wishes);
  const [html, url] = [await page.content(), page.url().split('#')[0]];
  const same = (asked) => asked.href === url;
  await copy.setViewportSize(page.viewportSize());
  await copy.route(same, (route) => route.fulfill({ contentType: 'text/html; charset=utf-8', body: html }));
  try {
    await copy.goto(url);
    const found = await violations(copy, tags);
    if (!small) return found;
    await copy.setViewportSize({ width: 320, height: page.viewportSize().height });
    await copy.emulateMedia({ forcedColors: 'active' });
    return [...found, ...(await violations(copy, SMALL)).map((one) => `small and in forced colours: ${one}`)];
  } finally {
    await copy.emulateMedia({ forcedColors: wishes.forcedColors });
    await copy.unroute(same);
  }
}

async function violations(copy, runOnly) {
  const how = { runOnly, resultTypes: ['violations'] };
  const { violations: all } = await copy.evaluate((options) => globalThis.axe.run(document, options), how);
  return all.flatMap((rule) => rule.nodes.map((node) => `${rule.id}: ${rule.help}: ${node.target.join(' ')}`));
}

/**
 * What the Nu HTML checker says of pages: `{name: html}` → sentences. One start of Java for all of them.
 * Files, because it refuses addresses of this machine.
 */
export async function vnu(pages) {
  const folder = await mkdtemp(join(tmpdir(), 'localaction-vnu-'));
  try {
    const files = [];
    for (const [name, html] of Object.entries(pages)) {
      const file = join(folder, `${name.replace(/[^a-z0-9]+/gi, '_') || 'page'}.html`);
      await writeFile(file, html);
      files.push(file);
    }
    const { messages } = JSON.parse(await java(['-jar', vnuFile, '--format', 'json', '--exit-zero-always', ...files]));
    return messages
      .filter((one) => one.type !== 'info' || one.subType === 'warning')
      .map((one) => `${basename(one.url ?? '')}:${one.lastLine}: ${one.message} (${one.extract ?? ''})`);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

function java(args) {
  return new Promise((resolve, reject) => {
    const child = spawn('java', ['-Xss1m', ...args], { stdio: ['ignore', 'ignore', 'pipe'] });
    const parts = [];
    child.stderr.on('data', (part) => parts.push(part));
    child.on('error', () => reject(new Error('Java is missing: the HTML checker needs it')));
    child.on('close', () => resolve(Buffer.concat(parts).toString('utf8')));
  });
}
