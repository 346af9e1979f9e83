// The main job, without script on a phone, in English and in Spanish: somebody registers, a city asks, drafts, signs on
// paper, sends, revises and withdraws; the desk answers; everybody finds it; one logs out.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { THREAD } from './casts.mjs';
import { open } from './harness.mjs';
import { Judges } from './judges.mjs';
import { asks, begins, drafts, isReturned, logsOut, opensMenu, registers, sends, signsOnPaper } from './officer-chapters.mjs';
import { Telling } from './officer-people.mjs';

const DESK = { en: 'desk@secretariat-of-tests.example', es: 'mesa@secretaria-de-pruebas.example' };

let house;
const judges = new Judges(() => house);
before(async () => {
  house = await open();
  for (const address of Object.values(DESK)) await house.run('invite', '--role', 'secretariat', address);
});
after(async () => { await house?.close(); });

for (const [language, cast] of Object.entries(THREAD)) {
  test(`the whole thread in ${language}: asked, drafted, signed, sent, returned, revised, published, found, withdrawn`, async () => {
    // The pages are the same: all judges look at the longer words.
    const all = language === 'es';
    const look = judges.looking({ wish: language, markup: all, small: all, axe: () => all });
    const telling = new Telling(house, { script: false, view: 'phone' }, look);
    await telling.person(language, (officer) => telling.person(language, async (desk) => {
      await registers(officer, cast.officer);
      await opensMenu(officer);
      await asks(officer, cast);
      const tasks = await begins(officer, cast);
      await missesAnswers(officer, tasks);
      await drafts(officer, cast, tasks);
      await officer.go(`${tasks}/check`);
      const send = officer.page.getByRole('button', { name: officer.t('actions-send') });
      assert.equal(await send.count(), 0, 'no sending before the mandate is confirmed');

      await desk.logIn(DESK[language]);
      await opensMenu(desk);
      await desk.take(cast.city, 'desk-waits-mandate');
      await desk.press('governments-desk-confirm-button');
      await written(officer, cast, 'governments-mail-confirmed-subject', { name: cast.city });

      await signsOnPaper(officer, cast);
      await desk.take(cast.city, 'desk-waits-signature');
      await desk.refused('declarations-desk-return-button');
      await desk.press('declarations-desk-verify-button');
      const reference = await sends(officer, tasks);
      await written(officer, cast, 'actions-mail-sent-subject', { reference });

      await isReturned(desk, cast);
      await written(officer, cast, 'actions-mail-returned-subject', { reference });
      await revisesTitle(officer, cast, tasks);
      await desk.take(cast.city, cast.later);
      await desk.press('actions-desk-publish');
      await written(officer, cast, 'actions-mail-published-subject', { reference });

      const address = await isFound(telling, cast, reference);
      await withdraws(officer, cast, tasks, address);
      await logsOut(officer);
      await logsOut(desk);
    }));
  });
}

/** A letter in the officer's language reached them. */
function written(officer, cast, key, values) {
  return house.mail(cast.officer, { subject: officer.t.pattern(key, values) });
}

/** Before an answer is given, the page of all answers names what is missing, and blames nobody. */
async function missesAnswers(officer, tasks) {
  await officer.go(`${tasks}/check`);
  const missing = officer.page.getByRole('region', { name: officer.t('actions-check-still-missing') });
  assert.ok(await missing.getByRole('link').count() >= 8, 'what is missing is named, with ways to it');
  assert.equal(await officer.page.getByRole('alert').count(), 0, 'nobody has tried to send: nothing is wrong yet');
}

async function revisesTitle(officer, cast, tasks) {
  await officer.go(tasks);
  assert.match(await officer.says(), cast.written.reasons);
  const again = officer.page.getByRole('button', { name: officer.t('actions-revise') });
  if (await again.count() > 0) await officer.press('actions-revise');
  await officer.go(`${tasks}/title`);
  await officer.fill({ 'actions-title': cast.later });
  await officer.press('actions-continue');
  await sends(officer, tasks);
}

/** Anybody finds it from the first page by words, then by the facet of its country, and reads it. */
function isFound(telling, cast, reference) {
  return telling.person(cast.language, async (reader) => {
    const { page } = reader;
    await reader.go('/');
    await opensMenu(reader);
    await page.getByRole('searchbox').fill(cast.search);
    await reader.press('look-search');
    const link = page.locator(`main a[href*="${reference}"]`);
    assert.ok(await link.count() > 0, `${reference} is found by search`);
    await page.locator('main a[href*="/actions?q="]').first().click();
    await page.waitForLoadState();
    await page.locator('details.sheet > summary').click();
    await page.getByLabel(new RegExp(`^${cast.country}`)).check();
    await reader.press('register-apply');
    assert.ok(await link.count() > 0, `${reference} is found by the facet of its country`);
    await link.first().click();
    await page.waitForLoadState();
    await reader.look();
    assert.ok((await page.locator('h1').innerText()).includes(cast.later));
    return reader.path;
  });
}

async function withdraws(officer, cast, tasks, address) {
  await officer.go(`${tasks}/withdraw`);
  await officer.refused('actions-withdraw-button');
  await officer.page.getByRole('radio').first().check();
  await officer.press('actions-withdraw-button');
  const answer = await officer.go(address);
  assert.equal(answer.status(), 410);
  assert.ok(!(await officer.page.content()).includes(cast.later), 'the title is gone from its address');
}

test('no page of the thread scrolls sideways, has a fault for axe, or speaks another language', () => {
  assert.ok(judges.size > 60, `${judges.size} kinds of pages were looked at`);
  assert.deepEqual(judges.found, []);
});

test('every page of the thread is valid HTML', async () => {
  assert.ok(Object.keys(judges.pages).length > 30, 'the thread was told');
  assert.deepEqual(await judges.markup(), []);
});
