// Looks at the pages of a long story, each kind of page in each of its states once, and keeps what was wrong.
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { vnu } from './inspect.mjs';

/** A folder for a picture and the words of each page that is looked at, for people to read. */
const READ = process.env.E2E_READ;

export class Judges {
  #house;
  #judged = new Set();
  /** What was wrong, as sentences: one run tells everything. */
  found = [];
  /** The markup that was kept for the HTML checker. */
  pages = {};

  /** `house` is asked for when a page is looked at, as it starts after the story was written down. */
  constructor(house) {
    this.#house = house;
  }

  /** How many kinds of pages and states were looked at. */
  get size() {
    return this.#judged.size;
  }

  /**
   * A look for one telling of a story. `wish` names how it is told; `markup` keeps pages for the HTML checker; `small` asks
   * axe once more on the smallest phone in forced colours; `axe` says of a path whether axe has to judge it here.
   */
  looking({ wish, markup = false, small = false, axe = () => true }) {
    return async (page) => {
      const path = new URL(page.url()).pathname.replace(/[0-9a-f-]{36,}|(LA|LG|SG)-[\d-]+/g, '…')
        .replace(/^(\/\w\w\/(actions|governments)\/…)\/.*/, '$1');
      const kind = `${wish} ${path} ${await state(page)}`;
      if (this.#judged.has(kind)) return;
      this.#judged.add(kind);
      await this.#house().look(page, this.found, { axe: axe(path), small });
      if (READ) await keep(page, kind, this.#judged.size);
      if (markup) this.pages[`${Object.keys(this.pages).length} ${path}`] = await page.content();
    };
  }

  /** What the HTML checker says of the kept pages. */
  markup() {
    return vnu(this.pages);
  }
}

async function keep(page, kind, number) {
  const name = join(READ, `${kind.replace(/[^a-z]+/gi, '-').slice(0, 80)}-${number}`);
  await page.screenshot({ path: `${name}.png`, fullPage: true });
  await writeFile(`${name}.txt`, `${page.url()}\n${await page.title()}\n${await page.locator('main').innerText()}\n`);
}

/** In which state a page is: with errors, with its menu open, with which parts. */
async function state(page) {
  const main = await page.locator('main').evaluate((one) => [
    one.querySelectorAll('.error').length > 0, ...[...one.querySelectorAll('section[aria-labelledby]')]
      .map((section) => section.getAttribute('aria-labelledby')),
  ]);
  return [await page.locator('header details[open]').count(), ...main];
}
