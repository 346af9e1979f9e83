// The home page: in four languages, on a phone and on a desk, with and without script.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { LANGUAGES, VIEWS, open } from './harness.mjs';
import { vnu } from './inspect.mjs';

let house;
before(async () => { house = await open(); });
after(async () => { await house?.close(); });

for (const [language, direction] of Object.entries(LANGUAGES)) {
  for (const view of Object.keys(VIEWS)) {
    test(`home in ${language} on a ${view}: language, direction, no sideways scrolling, axe`, async () => {
      await house.visit({ view, language }, async (page) => {
        const answer = await page.goto(`/${language}/`);
        assert.equal(answer.status(), 200);
        assert.equal(await page.locator('html').getAttribute('lang'), language);
        assert.equal(await page.evaluate(() => getComputedStyle(document.documentElement).direction), direction);
        assert.equal(await page.locator('h1').count(), 1);
        assert.ok((await page.title()).length > 3, 'the page has a title');
        const wider = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
        assert.ok(wider <= 0, `the page is ${wider} pixels wider than a ${view}`);
        assert.deepEqual(await house.axe(page), []);
      });
    });
  }
}

test('home is whole without script', async () => {
  await house.visit({ script: false, view: 'phone' }, async (page) => {
    await page.goto('/en/');
    assert.equal(await page.locator('h1').count(), 1);
    assert.ok(await page.getByRole('searchbox').first().isVisible(), 'the home page has the search box');
    assert.deepEqual(await house.axe(page), []);
  });
});

test('the first Tab reaches the skip link, and it leads to the content', async () => {
  await house.visit({}, async (page) => {
    await page.goto('/en/');
    await page.keyboard.press('Tab');
    const link = page.locator(':focus');
    const target = await link.getAttribute('href');
    assert.match(target ?? '', /^#.+/, 'the first thing in focus leads into the page');
    const box = await link.boundingBox();
    assert.ok(box && box.height > 10 && box.y >= 0, 'the skip link is seen while it has the focus');
    await page.keyboard.press('Enter');
    assert.equal(await page.locator(`main${target}, main ${target}`).count(), 1);
  });
});

test('an unprefixed address leads to a language', async () => {
  await house.visit({ language: 'fr' }, async (page) => {
    const answer = await page.goto('/');
    assert.equal(answer.status(), 200);
    assert.equal(new URL(page.url()).pathname, '/fr/');
  });
});

test('home is valid HTML in four languages', async () => {
  const pages = {};
  for (const language of Object.keys(LANGUAGES)) {
    pages[language] = await (await fetch(`${house.address}/${language}/`)).text();
  }
  assert.deepEqual(await vnu(pages), []);
});
