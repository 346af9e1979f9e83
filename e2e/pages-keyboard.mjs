// The public pages by keyboard alone, and the map and the facets for those who have no script.
import assert from 'node:assert/strict';
import { words } from './words.mjs';

/** Records from public sources: many of them have a place. */
const CHOICE = 'input[type=checkbox][name=record][value=on_file]';

/** How many times Tab is pressed until the focus is on something of this kind. */
async function tabs(page, selector, most = 60) {
  for (let n = 1; n <= most; n += 1) {
    await page.keyboard.press('Tab');
    if (await page.evaluate((one) => document.activeElement?.matches(one), selector)) return n;
  }
  return Infinity;
}

/** Enter on what has the focus, and the page that follows. */
async function enter(page) {
  const navigation = page.waitForEvent('framenavigated');
  await page.keyboard.press('Enter');
  await navigation;
  await page.waitForLoadState();
}

/** A tap on something that leads to another page, and that page. */
async function follow(page, what) {
  const navigation = page.waitForEvent('framenavigated');
  await what.tap();
  await navigation;
  await page.waitForLoadState();
}

/** The skip link is first, then search, facets and the first result; what has the focus shows it. */
export async function reachesFacets(page, language) {
  await page.goto(`/${language}/actions`);
  await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  // The skip link is first and leads to the content; the browser says so a moment after the key.
  await page.waitForURL((url) => url.hash === '#main');
  assert.ok(await tabs(page, 'input[type=search]') <= 2, 'search is the first thing in the content');
  assert.ok(await tabs(page, 'input[type=checkbox]') <= 4, 'the facets follow');
  const focus = page.locator(':focus');
  const [width, style] = await focus.evaluate((one) => {
    const seen = getComputedStyle(one);
    return [parseFloat(seen.outlineWidth), seen.outlineStyle];
  });
  assert.ok(style !== 'none' && width >= 2, 'what has the focus shows it');
  await page.keyboard.press('Space');
  assert.ok(await focus.isChecked(), 'Space chooses a facet');
  assert.ok(await tabs(page, 'main li.row h3 a', 250) < 250, 'the first result is reached');
}

/** On the map: a facet is chosen, the map is brought nearer and moved, and a place is opened, without a mouse. */
export async function worksMap(page, language) {
  const t = words(language);
  await page.goto(`/${language}/map`);
  const spots = page.locator('main figure svg a');
  const all = await spots.count();
  assert.ok(all > 3, `${all} places on the map`);
  assert.ok(await tabs(page, CHOICE, 120) < 120, 'the facets are reached');
  await page.keyboard.press('Space');
  await tabs(page, 'main form button[type=submit]', 120);
  await enter(page);
  assert.ok([...new URL(page.url()).searchParams].length > 0, 'the choice stands in the address');
  assert.equal(new URL(page.url()).hash, '#results', 'and one reads on at the number of results');
  const some = await spots.count();
  assert.ok(some > 0 && some <= all, `${some} of ${all} places are left`);
  assert.ok(await page.locator('main a.chip').count() > 0, 'the choice is shown, with a way back');

  assert.ok(await tabs(page, 'main figure svg a', 200) < 200, 'the places on the map are reached');
  const place = page.locator(':focus');
  assert.ok((await place.getAttribute('aria-label')).length > 2, 'a place says its name');
  const widths = await spots.locator('circle').evaluateAll((all) => all.map((one) => parseFloat(getComputedStyle(one).strokeWidth)));
  const own = await place.locator('circle').evaluate((one) => parseFloat(getComputedStyle(one).strokeWidth));
  assert.ok(own > Math.min(...widths), 'a place that has the focus shows it');
  const view = await page.locator('main figure svg[viewBox]').getAttribute('viewBox');
  for (let n = 0; n < 200; n += 1) {
    const name = await page.locator(':focus').innerText().catch(() => '');
    if (name === t('look-map-nearer')) break;
    await page.keyboard.press('Tab');
  }
  await enter(page);
  assert.notEqual(await page.locator('main figure svg[viewBox]').getAttribute('viewBox'), view, 'the map has come nearer');
  const shown = new URL(page.url()).searchParams.get('view');
  assert.ok((await page.locator('#citation').innerText()).endsWith(`view=${shown}`), 'the foot cites the map that is shown');
  const held = page.locator(':focus');
  assert.equal(await held.innerText(), t('look-map-nearer'), 'the focus stays where it was');
  assert.notEqual(await held.evaluate((one) => getComputedStyle(one).outlineStyle), 'none', 'and is seen');
  await tabs(page, 'main dl.facts a', 300);
  const before = page.url();
  await enter(page);
  assert.notEqual(page.url(), before, 'the list beside the map leads on');
}

/** The same for those who have no script, with a finger. */
export async function mapWithoutScript(page, language) {
  const t = words(language);
  await page.goto(`/${language}/map`);
  await page.locator('details.sheet > summary').tap();
  const box = page.locator(CHOICE);
  await box.check();
  const [name, value] = [await box.getAttribute('name'), await box.getAttribute('value')];
  await follow(page, page.getByRole('button', { name: t('register-apply') }));
  assert.equal(new URL(page.url()).searchParams.get(name), value, 'the choice stands in the address');
  const view = page.locator('main figure svg[viewBox]');
  const views = [await view.getAttribute('viewBox')];
  for (const way of ['nearer', 'north', 'east', 'farther']) {
    await follow(page, page.getByRole('link', { name: t(`look-map-${way}`), exact: true }));
    const seen = await view.getAttribute('viewBox');
    assert.notEqual(seen, views.at(-1), `${way} moves the map`);
    views.push(seen);
    assert.equal(new URL(page.url()).searchParams.get(name), value, `${way} keeps what was chosen`);
  }
  await follow(page, page.locator('main a.chip').first());
  assert.equal(new URL(page.url()).searchParams.get(name), null, 'the choice is taken away by its chip');
}

/** The menu of a phone never lies over what has the focus. */
export async function leavesMenu(page, language) {
  await page.goto(`/${language}/actions`);
  const open = () => page.evaluate(() => document.querySelector('.menu').open);
  assert.ok(await tabs(page, '.menu > summary') < 60, 'the menu is reached');
  await page.keyboard.press('Enter');
  assert.equal(await open(), true, 'it opens');
  await tabs(page, '.menu a');
  assert.equal(await open(), true, 'and stays open within');
  await page.keyboard.press('Escape');
  assert.equal(await open(), false, 'Escape closes it');
  assert.ok(await page.evaluate(() => document.activeElement.matches('.menu > summary')), 'the focus is back');
  await page.keyboard.press('Enter');
  await tabs(page, 'main input[name=q]');
  assert.equal(await open(), false, 'it closes when one goes on');
}
