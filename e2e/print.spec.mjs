// What the register looks like on paper: nothing that only a screen can do, and at the end what was printed.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { open } from './harness.mjs';

let house;
before(async () => { house = await open(); });
after(async () => { await house?.close(); });

/** The first record of a list. */
async function first(page, list, begins) {
  await page.goto(list);
  return page.locator(`main .rows a[href^="${begins}"]`).first().getAttribute('href');
}

for (const language of ['fr', 'ar']) {
  test(`the register on paper, ${language}`, async () => {
    await house.visit({ language }, async (page) => {
      const action = await first(page, `/${language}/actions`, `/${language}/actions/`);
      const government = await first(page, `/${language}/governments`, `/${language}/governments/`);
      const reference = (path) => path.split('/')[3];
      const pages = {
        [action]: `/actions/${reference(action)}`,
        [government]: `/governments/${reference(government)}`,
        [`/${language}/governments/${reference(government)}/history`]: `/governments/${reference(government)}/history`,
        [`/${language}/countries/KE`]: '/countries/KE',
        [`/${language}/map`]: '/map',
        [`/${language}/figures`]: '/figures',
        [`/${language}/actions?country=KE`]: '/actions?country=KE',
      };
      // The house names itself by its own host, and the browser comes by another to the same door.
      const { port } = new URL(house.address);
      await page.emulateMedia({ media: 'print' });
      for (const [path, address] of Object.entries(pages)) {
        await page.goto(path);
        const seen = page.locator('nav, form, button, summary, .bar a, .pager').filter({ visible: true });
        assert.deepEqual(await seen.allInnerTexts(), [], `${path} prints what only a screen can do`);
        const words = await page.locator('body').innerText();
        assert.ok(words.includes(`:${port}${address}`), `${path} does not say where it stands`);
        assert.ok(words.includes('CC-BY-4.0'), `${path} does not say its licence`);
        // A long table that must not be broken leaves the sheet before it empty.
        const kept = await page.locator('details .bars').evaluateAll((tables) => tables.filter((table) => {
          const around = [table, table.closest('section'), table.closest('details')];
          return around.some((one) => one && getComputedStyle(one).breakInside === 'avoid');
        }).length);
        assert.equal(kept, 0, `${path} keeps a long table in one piece`);
      }
    });
  });
}
