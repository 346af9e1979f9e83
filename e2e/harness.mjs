// The house and a browser for the specs. See README.md for how a spec is written.
import assert from 'node:assert/strict';
import { execFile, spawn } from 'node:child_process';
import { createWriteStream, existsSync } from 'node:fs';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { chromium } from 'playwright-core';
import { inspect } from './inspect.mjs';
import { speaks } from './language.mjs';

/** The languages of the interface and the direction of each. */
export const LANGUAGES = { en: 'ltr', fr: 'ltr', es: 'ltr', ar: 'rtl' };
/** The two sizes every page is looked at in. */
export const VIEWS = { phone: { width: 360, height: 740 }, desk: { width: 1280, height: 900 } };

const READY = 120_000;
const KITS_AND_ROOMS = /^(web|look|post|people|register|governments|calls|declarations|actions|assessment|intake|desk)-/;
const FLAGS = [
  '--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run',
  '--disable-background-networking', '--disable-component-update', '--disable-sync',
];

/**
 * Starts a demo of its own and a browser. Close it in `after`.
 * With LOCALACTION_ADDRESS set, it uses the house that runs there.
 */
export async function open({ args = [] } = {}) {
  const house = await startHouse(args);
  try {
    const browser = await chromium.launch({ executablePath: findChromium(), args: FLAGS, headless: true });
    return new House(house, browser);
  } catch (error) {
    await house.stop();
    throw error;
  }
}

class House {
  #house;
  #browser;
  #letters;

  constructor(house, browser) {
    this.#house = house;
    this.#browser = browser;
    /** Where the house answers, without a slash at its end. */
    this.address = house.address;
  }

  /**
   * One visitor with a browser session of its own: `await house.visit({view: 'phone'}, async (page) => …)`.
   * Fails on a request to another host, an error on the console, an uncaught exception, or an answer of 500 and above.
   * `colours` are the browser's wishes: `{colorScheme: 'dark'}`, `{forcedColors: 'active'}`.
   * `expected` are patterns of console errors that belong to the story (the browser reports a 404 there, too).
   */
  async visit({ view = 'desk', script = true, language = 'en', expected = [], colours = {} }, story) {
    const context = await this.#browser.newContext({
      baseURL: this.address, viewport: VIEWS[view], javaScriptEnabled: script, locale: language,
      hasTouch: view === 'phone', isMobile: view === 'phone', ...colours,
    });
    context.setDefaultTimeout(15_000);
    const wrongs = [];
    context.on('page', (page) => watch(page, new URL(this.address).host, wrongs));
    try {
      const page = await context.newPage();
      const told = await story(page);
      const unexpected = wrongs.filter((wrong) => !expected.some((pattern) => pattern.test(wrong)));
      assert.deepEqual(unexpected, [], 'the browser complained');
      return told;
    } finally {
      await context.close();
    }
  }

  /**
   * Looks at a page as every page is looked at: one heading, a title, its language, no sideways scrolling on two phones
   * and its own screen, axe. `found` collects what is wrong over a whole story, so that one run tells everything.
   * `small` asks axe once more on the smallest phone in forced colours, for what may be wrong only there.
   */
  async look(page, found, { axe = true, small = false } = {}) {
    const where = `${new URL(page.url()).pathname} “${await page.title()}”`;
    const { width: own, height } = page.viewportSize();
    for (const width of [320, 390, own]) {
      await page.setViewportSize({ width, height });
      const wide = await page.evaluate(() => document.documentElement.scrollWidth);
      if (wide > width) found.push(`${where}: ${wide} pixels wide on a screen of ${width}`);
    }
    if (await page.locator('h1').count() !== 1) found.push(`${where}: not one h1`);
    const keys = await page.locator('body').innerText();
    for (const key of new Set(keys.match(/\b[a-z]+(?:-[a-z]+){2,}\b/g) ?? [])) {
      if (KITS_AND_ROOMS.test(key)) found.push(`${where}: shows the key ${key}`);
    }
    found.push(...(await speaks(page)).map((one) => `${where}: ${one}`));
    if (axe) found.push(...(await this.axe(page, { small })).map((one) => `${where}: ${one}`));
  }

  /** Runs a command of the binary beside the house, on its data. Answers what it wrote. */
  run(...args) {
    return this.#house.run(args);
  }

  /** What axe-core finds on the page, as sentences; on a page without script it looks at a copy with script. */
  async axe(page, options) {
    return inspect(this.#browser, page, options);
  }

  /**
   * Mails of the local outbox, newest first, each {to, subject, text, code}; `to` keeps those to one address.
   * Waits until there is one, as mail follows its act by a moment.
   */
  async mail(to, { subject = /./, most = 10_000 } = {}) {
    const end = Date.now() + most;
    for (;;) {
      const mails = await this.#outbox();
      const found = mails.filter((mail) => mail.to.includes(to) && subject.test(mail.subject));
      if (found.length > 0) return found;
      if (Date.now() > end) throw new Error(`no mail to ${to} with a subject like ${subject} within ${most} ms`);
      await new Promise((wake) => setTimeout(wake, 100));
    }
  }

  /** Reads the outbox page: one <article data-mail> for each letter. The page is kept, as stories read it often. */
  async #outbox() {
    this.#letters ??= this.#browser.newContext({ baseURL: this.address }).then((context) => context.newPage());
    const page = await this.#letters;
    await page.goto('/outbox', { waitUntil: 'domcontentloaded' });
    return page.locator('[data-mail]').evaluateAll((letters) => letters.map((letter) => {
      const part = (name) => letter.querySelector(`[data-mail-${name}]`)?.textContent.trim() ?? '';
      return { to: part('to'), subject: part('subject'), text: part('text'), code: part('code') };
    }));
  }

  /** What the house has written to its output so far. */
  log() {
    return this.#house.log();
  }

  /** Stops the browser, then the house, and waits until both are gone. */
  async close() {
    await this.#browser.close();
    await this.#house.stop();
  }
}

/** Fills a form by its labels, as a person does: text, choices, checkboxes (true/false) and files (a path). */
export async function fill(page, answers) {
  for (const [label, answer] of Object.entries(answers)) {
    const exact = page.getByLabel(label, { exact: true });
    const field = (await exact.count()) > 0 ? exact : page.getByLabel(label);
    const kind = await field.evaluate((one) => (one.tagName === 'SELECT' ? 'select' : one.type));
    if (kind === 'select') await field.selectOption({ label: answer });
    else if (kind === 'file') await field.setInputFiles(answer);
    else if (kind === 'checkbox' || kind === 'radio') await field.setChecked(answer);
    else await field.fill(answer);
  }
}

/** Presses the button with this name and waits for the page that follows. */
export async function press(page, name) {
  const navigation = page.waitForEvent('framenavigated');
  await page.getByRole('button', { name, exact: true }).click();
  await navigation;
  await page.waitForLoadState();
}

function watch(page, host, wrongs) {
  page.on('request', (request) => {
    const url = new URL(request.url());
    const inside = ['data:', 'blob:', 'about:'].includes(url.protocol);
    if (!inside && url.host !== host) wrongs.push(`asked another host: ${url.href}`);
  });
  page.on('response', (response) => {
    if (response.status() >= 500) wrongs.push(`${response.status()} ${response.url()}`);
  });
  page.on('console', (message) => {
    if (message.type() === 'error') wrongs.push(`console: ${message.text()} (${message.location().url})`);
  });
  page.on('pageerror', (error) => wrongs.push(`exception: ${error.message}`));
}

async function startHouse(args) {
  if (process.env.LOCALACTION_ADDRESS) {
    const address = process.env.LOCALACTION_ADDRESS.replace(/\/$/, '');
    const run = (args) => command([...args, '--data', process.env.LOCALACTION_DATA ?? '']);
    return { address, run, log: async () => '', stop: async () => {} };
  }
  const folder = await mkdtemp(join(tmpdir(), 'localaction-e2e-'));
  const address = `127.0.0.1:${await freePort()}`;
  const logFile = join(folder, 'log.txt');
  const child = spawn(findBinary(), ['demo', '--data', join(folder, 'data'), '--listen', address, ...args], {
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const kept = createWriteStream(logFile);
  child.stdout.pipe(kept, { end: false });
  child.stderr.pipe(kept, { end: false });
  let ended = null;
  const gone = new Promise((resolve) => {
    child.on('exit', (code, signal) => resolve((ended = signal ?? code)));
    child.on('error', (error) => resolve((ended = error.message)));
  });
  const log = () => readFile(logFile, 'utf8');
  const stop = async () => {
    if (ended === null) child.kill('SIGTERM');
    const timer = setTimeout(() => child.kill('SIGKILL'), 15_000);
    await gone;
    clearTimeout(timer);
    kept.end();
    await rm(folder, { recursive: true, force: true });
  };
  try {
    await ready(`http://${address}/readyz`, () => ended);
  } catch (error) {
    const said = await log();
    await stop();
    throw new Error(`${error.message}\nThe house said:\n${said}`);
  }
  const run = (args) => command([...args, '--data', join(folder, 'data')]);
  return { address: `http://${address}`, run, log, stop };
}

async function command(args) {
  const { stdout } = await promisify(execFile)(findBinary(), args);
  return stdout;
}

async function ready(url, ended) {
  const end = Date.now() + READY;
  for (;;) {
    if (ended() !== null) throw new Error(`localaction demo ended before it was ready (${ended()})`);
    const answer = await fetch(url).catch(() => null);
    if (answer?.status === 200) return;
    if (Date.now() > end) throw new Error(`${url} was not ready within ${READY / 1000} s (${answer?.status ?? 'silent'})`);
    await new Promise((wake) => setTimeout(wake, 100));
  }
}

function freePort() {
  return new Promise((resolve, reject) => {
    const server = createServer().on('error', reject).listen(0, '127.0.0.1', () => {
      const { port } = server.address();
      server.close(() => resolve(port));
    });
  });
}

function findBinary() {
  const target = process.env.CARGO_TARGET_DIR ?? fileURLToPath(new URL('../target', import.meta.url));
  const binary = process.env.LOCALACTION_BINARY ?? join(target, 'release', 'localaction');
  assert.ok(existsSync(binary), `${binary} is not there: run cargo build --release, or cargo xtask test browser`);
  return binary;
}

function findChromium() {
  const usual = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'];
  const found = process.env.LOCALACTION_CHROMIUM ?? usual.find((path) => existsSync(path));
  assert.ok(found, 'Chromium is missing: install it, or name it in LOCALACTION_CHROMIUM');
  return found;
}
