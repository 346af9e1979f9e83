// The people of the officer's story: each has a page, a language and the words of the interface in that language.
import assert from 'node:assert/strict';
import { fill, press } from './harness.mjs';
import { words } from './words.mjs';

/** The smallest file that is a PDF. */
export const PAPER = Buffer.from('%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 obj<</Type/Pages/Kids[3 0 R]'
  + '/Count 1>>endobj\n3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 99 99]>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n');
/** The code that each address used last, over all tellings in one house. */
const codes = new Map();
const EXPECTED = [/status of 4(03|04|10|22)/];

/**
 * One telling of the story: how its pages are visited, and who looks at them.
 * `how` are the options of `house.visit`; `look(page)` judges a page.
 */
export class Telling {
  constructor(house, how, look) {
    this.house = house;
    this.used = codes;
    this.how = how;
    this.look = look;
  }

  /** Somebody with a browser session of their own. */
  person(language, story) {
    const how = { expected: EXPECTED, language, ...this.how };
    return this.house.visit(how, (page) => story(new Person(this, page, language)));
  }

  /** Somebody who has logged in. */
  member(language, address, story) {
    return this.person(language, async (one) => {
      await one.logIn(address);
      return story(one);
    });
  }
}

export class Person {
  constructor(telling, page, language) {
    this.telling = telling;
    this.page = page;
    this.language = language;
    this.t = words(language);
  }

  /** Opens a page of the interface in one's language and looks at it. */
  async go(path, { look = true } = {}) {
    const answer = await this.page.goto(`/${this.language}${path}`);
    if (look) await this.look();
    return answer;
  }

  look() {
    return this.telling.look(this.page);
  }

  /** The address of this page, without the language and what follows the question mark. */
  get path() {
    return new URL(this.page.url()).pathname.replace(/^\/\w\w(?=\/)/, '');
  }

  /** What the page says, with plain spaces. */
  async says() {
    return plain(await this.page.getByRole('main').innerText());
  }

  /** Fills a form: the keys of messages, or labels themselves, and answers. */
  fill(answers) {
    const labelled = Object.entries(answers).map(([key, answer]) => [isKey(key) ? this.t(key) : key, answer]);
    return fill(this.page, Object.fromEntries(labelled));
  }

  /** Fills the parts of a date, from the year on. */
  async date(key, ...parts) {
    const group = this.page.getByRole('group', { name: this.t(key) });
    for (const [n, part] of parts.entries()) {
      await group.getByLabel(this.t(`web-date-${['year', 'month', 'day'][n]}`), { exact: true }).fill(String(part));
    }
  }

  /** Presses a button, waits for the page after it and looks at that. */
  async press(key, { look = true } = {}) {
    await press(this.page, this.t(key));
    if (look) await this.look();
  }

  /** Presses a button whose name goes on with whom or what it is about. */
  async pressFor(key, whom) {
    const navigation = this.page.waitForEvent('framenavigated');
    const button = this.page.getByRole('button', { name: this.t(key) });
    await (whom ? button.filter({ hasText: whom }) : button).first().click();
    await navigation;
    await this.page.waitForLoadState();
    await this.look();
  }

  /** Sends a form as it stands: the page says what is wrong, in its title and in a summary that leads to the fields. */
  async refused(key) {
    await press(this.page, this.t(key));
    const title = plain(await this.page.title());
    assert.ok(title.startsWith(this.t('web-error-prefix')), `the title of ${this.page.url()} says so: ${title}`);
    const links = this.page.getByRole('alert').getByRole('link');
    assert.ok(await links.count() > 0, `the summary of ${this.page.url()} has links`);
    for (const link of await links.all()) {
      const target = await link.getAttribute('href');
      assert.equal(await this.page.locator(`[id="${target.slice(1)}"]`).count(), 1, `${target} is on ${this.page.url()}`);
    }
    await this.look();
  }

  /** Follows a link of the page's main part: a key, or the words themselves. */
  async follow(words, { look = true } = {}) {
    const name = isKey(words) ? this.t(words) : words;
    await this.page.getByRole('main').getByRole('link', { name }).first().click();
    await this.page.waitForLoadState();
    if (look) await this.look();
  }

  /** Asks for a code and logs in with it. */
  async logIn(address) {
    await this.page.goto(`/${this.language}/sign-in`);
    await this.logInHere(address);
  }

  /** Logs in on the page that asks for it. */
  async logInHere(address) {
    await this.fill({ 'people-sign-in-address': address });
    await press(this.page, this.t('people-sign-in-button'));
    await this.fill({ 'people-code-label': await this.code(address) });
    await press(this.page, this.t('people-code-button'));
    assert.ok(!this.page.url().includes('/sign-in'), `${address} is logged in: ${this.page.url()}`);
  }

  /** The newest code that was sent to an address, once it is another than the one before. */
  async code(address) {
    const { house, used } = this.telling;
    const end = Date.now() + 10_000;
    for (;;) {
      const letters = await house.mail(address);
      const found = letters.find(({ code }) => code)?.code;
      if (found && found !== used.get(address)) {
        used.set(address, found);
        return found;
      }
      assert.ok(Date.now() < end, `a letter with a code to ${address}`);
      await new Promise((wake) => setTimeout(wake, 100));
    }
  }

  /** Opens the page to which the newest letter about something leads. */
  async openFromMail(address, beginning, { look = true } = {}) {
    const end = Date.now() + 10_000;
    for (;;) {
      const letters = await this.telling.house.mail(address);
      const found = letters.map(({ text }) => text.match(new RegExp(`/\\w\\w${beginning}[\\w-]+`))?.[0]).find(Boolean);
      if (found) {
        await this.page.goto(found);
        if (look) await this.look();
        return;
      }
      assert.ok(Date.now() < end, `a letter to ${address} that leads to ${beginning}`);
      await new Promise((wake) => setTimeout(wake, 100));
    }
  }

  /** From the desk's list to what waits about this government. */
  async take(government, what) {
    await this.go('/desk');
    const row = this.page.getByRole('row').filter({ hasText: government });
    await row.getByRole('link', { name: isKey(what) ? this.t(what) : what }).first().click();
    await this.page.waitForLoadState();
    await this.look();
  }
}

function isKey(word) {
  return typeof word === 'string' && /^[a-z]+-[\w-]+$/.test(word);
}

/** French sets unbreakable spaces before some signs; the messages are written with plain ones. */
function plain(text) {
  return text.replace(/[\u00a0\u202f]/g, ' ');
}
