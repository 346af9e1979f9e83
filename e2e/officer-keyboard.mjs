// The form of an action by keyboard alone: Tab, Enter, Space, arrows and typing.
import assert from 'node:assert/strict';

const SENTENCE = 'D’ici la fin de 2028, la commune forme chaque année deux cents personnes nouvellement arrivées.';

/** Presses Tab until the focus is on something with this name. */
async function tabTo(person, key, { of = 'a, button, input, textarea, select, summary' } = {}) {
  const name = person.t(key);
  const stops = [];
  for (let n = 0; n < 60; n += 1) {
    await person.page.keyboard.press('Tab');
    const at = await person.page.evaluate((selector) => {
      const one = document.activeElement;
      const words = one?.labels?.length > 0 ? one.labels[0].innerText : one?.innerText ?? '';
      return { words: words.replace(/\s+/g, ' ').trim(), fits: one?.matches(selector) ?? false };
    }, of);
    if (at.fits && at.words.startsWith(name)) return;
    stops.push(at.words.slice(0, 20));
  }
  assert.fail(`Tab does not reach “${name}” on ${person.page.url()}: ${stops.join(' | ')}`);
}

/** A new page by Enter on a link or button that has the focus, and from there to its content. */
async function enter(person) {
  const navigation = person.page.waitForEvent('framenavigated');
  await person.page.keyboard.press('Enter');
  await navigation;
  await person.page.waitForLoadState();
}

async function type(person, key, text) {
  await tabTo(person, key, { of: 'input, textarea, select' });
  await person.page.keyboard.type(text);
}

async function tick(person, ...keys) {
  for (const key of keys) {
    await tabTo(person, key, { of: 'input' });
    await person.page.keyboard.press('Space');
  }
}

/** A choice among radios: Tab reaches the first, the arrows the others. */
async function choose(person, group, key) {
  const radios = person.page.getByRole('group', { name: person.t(group) }).getByRole('radio');
  const first = await radios.first().getAttribute('name');
  for (let n = 0; n < 60; n += 1) {
    await person.page.keyboard.press('Tab');
    if (await person.page.evaluate((name) => document.activeElement?.name === name, first)) break;
  }
  await person.page.keyboard.press('Space');
  const wanted = person.page.getByRole('radio', { name: person.t(key), exact: true });
  for (let n = 0; n < 8 && !(await wanted.isChecked()); n += 1) await person.page.keyboard.press('ArrowDown');
  assert.ok(await wanted.isChecked(), `the arrows choose ${key}`);
}

const TOPICS = [
  ['title', async (one) => {
    await type(one, 'actions-title', 'Un atelier du soir');
    await type(one, 'actions-language', 'fran');
  }],
  ['sentence', (one) => type(one, 'actions-sentence', SENTENCE)],
  ['description', (one) => type(one, 'actions-description', `${SENTENCE} `.repeat(4))],
  ['for-whom', (one) => tick(one, 'actions-for-migrants', 'actions-for-refugees')],
  ['where', (one) => type(one, 'actions-places-other', 'Brévannes')],
  ['when', async (one) => {
    await choose(one, 'actions-nature', 'actions-nature-pledge');
    await choose(one, 'actions-status', 'actions-status-in_progress');
    for (const year of ['2026', '2028']) await type(one, 'web-date-year', year);
  }],
  ['priority', async (one) => {
    await one.page.keyboard.press('Tab');
    const box = 'input[type=checkbox]';
    for (let n = 0; n < 30 && !(await one.page.evaluate((b) => document.activeElement.matches(b), box)); n += 1) {
      await one.page.keyboard.press('Tab');
    }
    await one.page.keyboard.press('Space');
  }],
  ['contact', async (one) => {
    await type(one, 'actions-contact-name', 'Jo Exemple');
    await type(one, 'actions-contact-address', 'officer@brevannes.example');
  }],
];

/** From an empty form to a reference, without a mouse. */
export async function sendsByKeyboard(officer) {
  await officer.go('/my/actions/new');
  await tabTo(officer, 'look-skip');
  await officer.page.keyboard.press('Enter');
  const radios = officer.page.getByRole('radio');
  if (await radios.count() > 0) {
    await officer.page.keyboard.press('Tab');
    await officer.page.keyboard.press('Space');
  }
  await tabTo(officer, 'actions-new-button', { of: 'button' });
  await enter(officer);
  const tasks = officer.path;
  await tabTo(officer, 'actions-topic-title', { of: 'a' });
  await enter(officer);
  for (const [topic, answer] of TOPICS) {
    assert.equal(officer.path, `${tasks}/${topic}`);
    await answer(officer);
    await tabTo(officer, 'actions-continue', { of: 'button' });
    await enter(officer);
    if (officer.path === `${tasks}/${topic}`) {
      await tabTo(officer, 'actions-continue', { of: 'button' });
      await enter(officer);
    }
  }
  assert.equal(officer.path, `${tasks}/check`);
  await tick(officer, 'actions-declare', 'actions-form-protect-persons', 'actions-form-protect-places');
  await tabTo(officer, 'actions-send', { of: 'button' });
  const seen = await officer.page.locator(':focus').evaluate((one) => getComputedStyle(one).outlineStyle);
  assert.notEqual(seen, 'none', 'what has the focus shows it');
  await enter(officer);
  assert.match(await officer.says(), /LA-\d{4}-\d{5}/);
}
