// A whole action told by an officer who writes French: drafted on a phone with a partner abroad, cleared, signed for by
// her mayor, sent, returned, revised, assessed by two, published, counted once; then a colleague takes over.
// Told without script and on paper, with script and by code in forced colours, and its form by keyboard alone.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { open } from './harness.mjs';
import { vnu } from './inspect.mjs';
import { counts, isAssessed, isDecided, isHandedOver, isSummarised, standsInPublic } from './officer-assessment.mjs';
import * as chapters from './officer-chapters.mjs';
import { entersOnBehalf, namesLeaders, readsBeforeSigning } from './officer-desk.mjs';
import { sendsByKeyboard } from './officer-keyboard.mjs';
import { Telling } from './officer-people.mjs';

const DESK = 'secretariat@localaction.example';
const STAFF = {
  assessors: ['assessor@localaction.example', 'colleague@localaction.example'],
  editor: 'editor@localaction.example',
};
const PAPER = {
  ...STAFF,
  city: 'Ville de Rivesonge',
  country: 'Sénégal',
  officer: 'awa@rivesonge.example',
  colleague: 'moussa@rivesonge.example',
  mayor: 'Fatou Exemple',
  title: 'Accueillir à deux villes',
  later: 'Une suite à trois villes',
  second: 'ar',
  partner: { name: 'Almere Vale', officer: 'officer@almerevale.example', language: 'en' },
  agency: { name: 'Agence d’appui aux villes', address: 'bureau@agence.example' },
};
const CODE = {
  ...PAPER,
  city: 'Commune de Montsonge',
  country: 'Haïti',
  officer: 'jo@montsonge.example',
  office: 'cabinet@montsonge.example',
  colleague: 'lou@montsonge.example',
  title: 'Apprendre d’une rive à l’autre',
  second: 'es',
  partner: { name: 'Castellar del Río', officer: 'officer@castellar.example', language: 'es' },
  agency: { name: 'Université de la Rive', address: 'rectorat@rive.example' },
};

let house;
const found = [];
const pages = {};
const judged = new Set();
before(async () => { house = await open(); });
after(async () => { await house?.close(); });

/** What the thread and the public pages show as well is judged there, by axe and in every language. */
const JUDGED = new RegExp('^/\\w\\w/(my|my/governments/ask(/details)?|my/actions/new|desk|desk/(mandates|signatures|actions)/…'
  + '|(actions|governments)/…|my/actions/…(/(title|sentence|description|for-whom|where|when|priority|contact|sent))?)$');

/** Looks at a page as every page is looked at, once for each kind of page and state. */
function looking({ markup, wish }) {
  return async (page) => {
    const path = new URL(page.url()).pathname.replace(/[0-9a-f-]{36,}|(LA|LG|SG)-[\d-]+/g, '…')
      .replace(/^(\/\w\w\/(actions|governments)\/…)\/.*/, '$1');
    const state = await page.locator('main').evaluate((main) => [
      main.querySelectorAll('.error').length > 0, ...[...main.querySelectorAll('section[aria-labelledby]')]
        .map((section) => section.getAttribute('aria-labelledby')),
    ]);
    const kind = `${wish} ${path} ${state}`;
    if (judged.has(kind)) return;
    judged.add(kind);
    await house.look(page, found, { axe: !JUDGED.test(path) });
    if (markup) pages[`${Object.keys(pages).length} ${path}`] = await page.content();
  };
}

/** The whole story. Gives the addresses that later chapters need. */
async function tell(telling, cast, signs) {
  return telling.member('fr', cast.officer, (officer) => telling.member('fr', DESK, async (desk) => {
    await chapters.asks(officer, cast);
    const tasks = await chapters.begins(officer, cast);
    await chapters.drafts(officer, cast, tasks);
    await chapters.namesPartners(officer, cast, tasks);
    await chapters.clears(officer, tasks);
    await desk.take(cast.city, 'desk-waits-mandate');
    await desk.press('governments-desk-confirm-button');
    await signs(officer, cast);
    await desk.take(cast.city, 'desk-waits-signature');
    await desk.press('declarations-desk-verify-button');
    await chapters.partnersConfirm(officer, cast, tasks);
    const before = await counts(telling);
    const reference = await chapters.sends(officer, tasks);
    await chapters.isReturned(desk, cast);
    assert.equal(await chapters.revises(officer, tasks), reference, 'a revision keeps the reference');
    const there = await isAssessed(desk, cast);
    await isDecided(desk, there);
    await isSummarised(telling, cast);
    const address = await standsInPublic(telling, cast, reference);
    const [actions, governments] = await counts(telling);
    assert.deepEqual([actions, governments], [before[0] + 1, before[1]], 'a joint action is counted once');
    const draft = await chapters.beginsAnother(officer, cast);
    await isHandedOver(officer, cast, { tasks, draft, address });
  }));
}

test('without script on a phone: the mayor signs on paper', async () => {
  const look = looking({ markup: true, wish: 'as it is' });
  await tell(new Telling(house, { script: false, view: 'phone' }, look), PAPER, chapters.signsOnPaper);
});

test('with script on a phone, in forced colours: the mayor signs with a code', async () => {
  const how = { view: 'phone', colours: { forcedColors: 'active' } };
  await tell(new Telling(house, how, looking({ wish: 'forced' })), CODE, chapters.signsByCode);
});

test('an action entered on behalf of a government, leaders, paper and what stands before signing', async () => {
  const telling = new Telling(house, { script: false, view: 'phone' }, looking({ markup: true, wish: 'as it is' }));
  await telling.member('fr', DESK, (desk) => entersOnBehalf(desk, { ...PAPER, title: 'D’après une lettre' }));
  await telling.member('fr', 'officer@brevannes.example', (officer) => namesLeaders(officer));
  await readsBeforeSigning(telling);
});

test('the form by keyboard alone', async () => {
  const telling = new Telling(house, { view: 'desk' }, looking({ wish: 'desk' }));
  await telling.member('fr', 'officer@brevannes.example', (officer) => sendsByKeyboard(officer));
});

test('the header of everybody fits a small desk', async () => {
  const telling = new Telling(house, { view: 'desk' }, (page) => house.look(page, found, { axe: false }));
  const [assessor] = STAFF.assessors;
  for (const [who, path] of [[assessor, '/assess'], [STAFF.editor, '/edit'], [DESK, '/desk'], [PAPER.partner.officer, '/my']]) {
    await telling.member('fr', who, (one) => one.go(path));
  }
});

test('no page of the story scrolls sideways, has a fault for axe, or shows the key of a message', () => {
  assert.ok(judged.size > 60, `${judged.size} kinds of pages were looked at`);
  assert.deepEqual(found, []);
});

test('every page of the story is valid HTML', async () => {
  assert.ok(Object.keys(pages).length > 40, 'the story was told');
  assert.deepEqual(await vnu(pages), []);
});
