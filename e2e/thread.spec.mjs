// The main job, without script on a phone: a city asks, drafts, signs, sends, revises and withdraws; the desk answers.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { fill, open, press } from './harness.mjs';
import { vnu } from './inspect.mjs';
import { words } from './words.mjs';

const t = words('en');
const OFFICER = 'amina@harbour-of-tests.example';
const DESK = 'desk@secretariat-of-tests.example';
const CITY = 'Harbour of Tests';
const TITLE = 'A counter where newcomers are advised';
const LATER = 'A counter and a telephone where newcomers are advised';
const SENTENCE = 'By the end of 2027 the city opens a counter where every newcomer is advised in one visit.';
const EVIDENCE = Buffer.from('%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 obj<</Type/Pages/Kids[3 0 R]'
  + '/Count 1>>endobj\n3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 99 99]>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n');
const PHONE = { script: false, view: 'phone', expected: [/status of 4(03|10|22)/] };

let house;
const found = [];
const pages = {};
before(async () => {
  house = await open();
  await house.run('invite', '--role', 'secretariat', DESK);
});
after(async () => { await house?.close(); });

/** Looks at a page and keeps it for the HTML checker. */
async function look(page) {
  await house.look(page, found);
  pages[`${Object.keys(pages).length} ${new URL(page.url()).pathname}`] = await page.content();
}

/** Sends a form as it stands: the page says what is wrong, in its title and in a summary that leads to the fields. */
async function refused(page, button) {
  await press(page, button);
  assert.match(await page.title(), new RegExp(`^${t('web-error-prefix')}`), `the title of ${page.url()} says “Error”`);
  const links = page.getByRole('alert').getByRole('link');
  assert.ok(await links.count() > 0, 'the summary has links');
  for (const link of await links.all()) {
    const target = await link.getAttribute('href');
    assert.equal(await page.locator(`[id="${target.slice(1)}"]`).count(), 1, `${target} is on ${page.url()}`);
  }
  await look(page);
}

async function logIn(page, address) {
  await page.goto('/en/sign-in');
  await refused(page, t('people-sign-in-button'));
  await fill(page, { [t('people-sign-in-address')]: address });
  await press(page, t('people-sign-in-button'));
  await look(page);
  await refused(page, t('people-code-button'));
  const [mail] = await house.mail(address, { subject: /your code/ });
  await fill(page, { [t('people-code-label')]: mail.code });
  await press(page, t('people-code-button'));
}

async function follow(page, name) {
  await page.getByRole('main').getByRole('link', { name }).first().click();
  await page.waitForLoadState();
}

/** From the desk's list to the entry about this government. */
async function take(page, what) {
  await page.goto('/en/desk');
  await look(page);
  await page.getByRole('row').filter({ hasText: CITY }).getByRole('link', { name: what }).click();
  await page.waitForLoadState();
  await look(page);
}

async function askFor(page) {
  await page.goto('/en/my');
  await look(page);
  await page.goto('/en/my/governments/ask');
  await look(page);
  await fill(page, { [t('governments-choose-q')]: CITY });
  await press(page, t('governments-choose-button'));
  await look(page);
  await follow(page, t('governments-choose-other'));
  await look(page);
  await refused(page, t('governments-ask-button'));
  await fill(page, {
    [t('governments-ask-name')]: CITY,
    [t('governments-ask-language')]: 'English',
    [t('governments-ask-country')]: 'Kenya',
    [t('governments-ask-function')]: 'Adviser for migration',
  });
  await page.locator('input[name=tier]').first().check();
  await press(page, t('governments-ask-button'));
  assert.equal(new URL(page.url()).pathname, '/en/my');
  await look(page);
}

const TOPICS = [
  { title: TITLE, language: 'English' },
  { sentence: SENTENCE },
  { description: `${SENTENCE} `.repeat(5) },
  { 'for-migrants': true, 'for-refugees': true },
  { 'places-other': CITY },
  {},
  {},
  { 'contact-name': 'Amina Example', 'contact-address': OFFICER },
];

async function draft(page) {
  await page.goto('/en/my/actions/new');
  await look(page);
  const ours = page.getByRole('radio', { name: new RegExp(CITY) });
  if (await ours.count() > 0) await ours.check();
  await press(page, t('actions-new-button'));
  await look(page);
  const tasks = page.url().split('?')[0];
  await page.goto(`${tasks}/check`);
  const missing = page.getByRole('region', { name: t('actions-check-still-missing') });
  assert.ok(await missing.getByRole('link').count() >= 8, 'what is missing is named, with ways to it');
  assert.equal(await page.getByRole('alert').count(), 0, 'nobody has tried to send: nothing is wrong yet');
  await look(page);
  await page.goto(tasks);
  await follow(page, t('actions-topic-title'));
  for (const answers of TOPICS) {
    const topic = page.url();
    await look(page);
    if (topic.includes('/contact')) {
      await fill(page, { [t('actions-contact-address')]: 'nobody at all' });
      await refused(page, t('actions-continue'));
    }
    const named = Object.entries(answers).map(([key, answer]) => [t(`actions-${key}`), answer]);
    await fill(page, Object.fromEntries(named));
    if (topic.includes('/when')) await answerWhen(page);
    if (topic.includes('/priority')) await answerPriority(page);
    await press(page, t('actions-continue'));
    if (page.url().split('?')[0] === topic.split('?')[0]) {
      await look(page);
      await press(page, t('actions-continue'));
    }
  }
  await page.goto(tasks);
  await look(page);
  return tasks;
}

async function answerWhen(page) {
  await page.getByRole('group', { name: t('actions-start') }).getByLabel(t('web-date-year')).fill('2026');
  await page.getByRole('group', { name: t('actions-end') }).getByLabel(t('web-date-year')).fill('2027');
  await fill(page, { [t('actions-nature-pledge')]: true, [t('actions-status-in_progress')]: true });
}

async function answerPriority(page) {
  await page.getByRole('group', { name: t('actions-priority') }).getByRole('checkbox').first().check();
}

async function sign(page) {
  await page.goto('/en/my');
  await follow(page, new RegExp(t('governments-my-sign')));
  await look(page);
  await refused(page, t('declarations-sign-continue'));
  await fill(page, {
    [t('declarations-sign-name')]: 'Wanjiru Example',
    [t('declarations-sign-function')]: 'Mayor',
    [t('declarations-sign-file')]: { name: 'signature.pdf', mimeType: 'application/pdf', buffer: EVIDENCE },
  });
  await page.locator('input[name=capacity]').first().check();
  await page.locator('input[name=evidence]').first().check();
  for (const [part, number] of [['day', '2'], ['month', '11'], ['year', '2026']]) {
    await page.getByLabel(t(`web-date-${part}`)).fill(number);
  }
  await press(page, t('declarations-sign-continue'));
  await refused(page, t('declarations-check-send'));
  await page.getByRole('checkbox').check();
  await press(page, t('declarations-check-send'));
  await look(page);
}

async function send(page, tasks) {
  await page.goto(`${tasks}/check`);
  await look(page);
  await refused(page, t('actions-send'));
  for (const box of await page.getByRole('checkbox').all()) await box.check();
  await press(page, t('actions-send'));
  await look(page);
  const reference = (await page.getByRole('main').innerText()).match(/LA-\d{4}-\d{5}/);
  assert.ok(reference, 'the page after sending shows the reference');
  return reference[0];
}

async function searched(page, reference) {
  await page.goto('/en/');
  await page.getByRole('searchbox').fill('newcomer telephone');
  await press(page, t('look-search'));
  await look(page);
  const link = page.locator(`main a[href*="${reference}"]`);
  assert.ok(await link.count() > 0, `${reference} is found by search`);
  await page.locator('details.sheet > summary').click();
  await page.getByLabel(/^Kenya/).check();
  await press(page, t('register-apply'));
  assert.ok(await link.count() > 0, `${reference} is found by the facet of its country`);
  await look(page);
  await link.first().click();
  await page.waitForLoadState();
  await look(page);
  assert.match(await page.locator('h1').innerText(), new RegExp(LATER));
  return page.url();
}

test('the whole thread: asked, drafted, signed, sent, returned, revised, published, found, withdrawn', async () => {
  await house.visit(PHONE, async (officer) => {
    await house.visit(PHONE, async (desk) => {
      await logIn(officer, OFFICER);
      await askFor(officer);
      const tasks = await draft(officer);
      await officer.goto(`${tasks}/check`);
      assert.equal(await officer.getByRole('button', { name: t('actions-send') }).count(), 0, 'no sending yet');

      await logIn(desk, DESK);
      await take(desk, t('desk-waits-mandate'));
      await press(desk, t('governments-desk-confirm-button'));
      await house.mail(OFFICER, { subject: new RegExp(CITY) });

      await sign(officer);
      await take(desk, t('desk-waits-signature'));
      await refused(desk, t('declarations-desk-return-button'));
      await press(desk, t('declarations-desk-verify-button'));
      const reference = await send(officer, tasks);
      await house.mail(OFFICER, { subject: new RegExp(reference) });

      await take(desk, new RegExp(TITLE));
      await refused(desk, t('actions-desk-return'));
      await fill(desk, { [t('actions-desk-reasons')]: 'Please name the telephone in the title.' });
      await press(desk, t('actions-desk-return'));
      await house.mail(OFFICER, { subject: new RegExp(`${reference}: returned`) });

      await revise(officer, tasks);
      await take(desk, new RegExp(LATER));
      await press(desk, t('actions-desk-publish'));
      await look(desk);
      await house.mail(OFFICER, { subject: new RegExp(`${reference}: published`) });

      const address = await searched(officer, reference);
      await withdraw(officer, tasks, address);
    });
  });
});

async function revise(page, tasks) {
  await page.goto(tasks);
  assert.match(await page.getByRole('main').innerText(), /Please name the telephone/);
  await look(page);
  const again = page.getByRole('button', { name: t('actions-revise') });
  if (await again.count() > 0) await press(page, t('actions-revise'));
  await page.goto(`${tasks}/title`);
  await fill(page, { [t('actions-title')]: LATER });
  await press(page, t('actions-continue'));
  await send(page, tasks);
}

async function withdraw(page, tasks, address) {
  await page.goto(`${tasks}/withdraw`);
  await look(page);
  await refused(page, t('actions-withdraw-button'));
  await page.getByRole('radio').first().check();
  await press(page, t('actions-withdraw-button'));
  const answer = await page.goto(address);
  assert.equal(answer.status(), 410);
  await look(page);
  assert.ok(!(await page.content()).includes(LATER), 'the title is gone from its address');
}

test('no page of the thread scrolls sideways, has a fault for axe, or shows the key of a message', () => {
  assert.deepEqual(found, []);
});

test('every page of the thread is valid HTML', async () => {
  assert.ok(Object.keys(pages).length > 0, 'the thread was played');
  assert.deepEqual(await vnu(pages), []);
});
