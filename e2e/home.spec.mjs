// The home page: without script, by keyboard, and the way to it. In each language it is judged with the other public pages.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { open } from './harness.mjs';

let house;
before(async () => { house = await open(); });
after(async () => { await house?.close(); });

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
