// The living page of patterns: every part in every state, in four languages, on two phones and a desk, in the light, in the
// dark and in forced colours.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { LANGUAGES, fill, open, press } from './harness.mjs';
import { vnu } from './inspect.mjs';

const SECRETARIAT = 'secretariat@localaction.example';

let house;
before(async () => { house = await open(); });
after(async () => { await house?.close(); });

test('every part in every state: languages, sizes, colours, markup', async () => {
  await house.visit({}, async (page) => {
    await page.goto('/en/sign-in');
    await fill(page, { 'Your mail address': SECRETARIAT });
    await press(page, 'Send me a code');
    const [mail] = await house.mail(SECRETARIAT, { subject: /code/i });
    await fill(page, { 'Six-digit code': mail.code });
    await press(page, 'Log in');

    const wrong = [];
    const markup = {};
    for (const [language, direction] of Object.entries(LANGUAGES)) {
      await page.goto(`/${language}/desk/patterns`);
      assert.equal(await page.locator('html').getAttribute('dir'), direction);
      await house.look(page, wrong, { small: ['en', 'ar'].includes(language) });
      markup[language] = await page.content();
      await page.emulateMedia({ colorScheme: 'dark' });
      wrong.push(...(await house.axe(page)).map((one) => `${language}, dark: ${one}`));
      await page.emulateMedia({ colorScheme: 'light' });
    }
    assert.deepEqual([...wrong, ...await vnu(markup)], []);
  });
});
